import { examples } from '@semblance/spec/examples';
import { expect, test } from 'vitest';
import { bothFormats } from './both-formats.ts';

test.each(['success', 'UnsupportedPicPixels', 'NoPermission'] as const)(
  '%s reads the same from JSON and from XML',
  (name) => {
    const { json, xml } = examples[name];
    const fromJson = bothFormats(JSON.stringify(json));
    const fromXml = bothFormats(xml);
    expect([fromJson.received, fromXml.received]).toEqual(['json', 'xml']);
    expect(JSON.parse(fromXml.json)).toEqual(json);
    expect(fromJson.xml).toBe(xml.trim());
    expect(fromXml.xml).toBe(xml.trim());
  },
);

test('an answer of another server is shown unchanged', () => {
  expect(bothFormats('<html>no</html>')).toEqual({
    received: 'other',
    json: '<html>no</html>',
    xml: '<html>no</html>',
  });
});
