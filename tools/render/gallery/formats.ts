import { encoders } from '../output/encode.ts';
import { renderObject } from '../render-object.ts';
import type { RgbPicture } from '../trace/develop.ts';
import { writeExample } from './folder.ts';

/** The small picture that is written once in each format. */
export function renderFormatPicture(): RgbPicture {
  return renderObject({
    kind: 'teapot',
    instance: 9,
    view: { turn: 15, elevation: 20 },
    light: 'daylight',
    background: 'oak',
    width: 320,
    height: 240,
    samples: 16,
  });
}

/** Writes one file per format; returns their names. */
export async function writeFormats(picture: RgbPicture): Promise<string[]> {
  const names: string[] = [];
  for (const [extension, encode] of Object.entries(encoders)) {
    const name = `formats/teapot.${extension}`;
    await writeExample(name, await encode(picture));
    names.push(name);
  }
  return names;
}
