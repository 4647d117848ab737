import { jsonAnswer, xmlAnswer } from '@semblance/wire';
import { parseEnvelope } from '@semblance/wire/parse';
import { renderFailure, renderSuccess } from '@semblance/wire/render';

/** The body of one answer in both formats. `received` says which of them came over the wire. */
export interface BothFormats {
  readonly received: 'json' | 'xml' | 'other';
  readonly json: string;
  readonly xml: string;
}

/** The answer in the format received, and as the same server would write it in the other. */
export function bothFormats(text: string): BothFormats {
  const envelope = parseEnvelope(text);
  if (envelope.kind === 'unrecognised') return { received: 'other', json: text, xml: text };
  const render = (answer: typeof jsonAnswer): string =>
    envelope.kind === 'success'
      ? renderSuccess(envelope.value, answer).body
      : renderFailure(envelope.value, answer).body;
  const isXml = text.trimStart().startsWith('<');
  return {
    received: isXml ? 'xml' : 'json',
    json: indentJson(isXml ? render(jsonAnswer) : text),
    xml: indentXml(isXml ? text : render(xmlAnswer)),
  };
}

function indentJson(text: string): string {
  return JSON.stringify(JSON.parse(text), null, 2);
}

/** Puts each element on its own line; an envelope has texts only in its leaves. */
function indentXml(text: string): string {
  let depth = 0;
  const lines = text.trim().replaceAll(/>\s*</gu, '>\n<').split('\n');
  return lines
    .map((line) => {
      const closes = line.startsWith('</');
      const opens = !closes && !line.includes('</') && !line.startsWith('<?') && !line.endsWith('/>');
      if (closes) depth -= 1;
      const indented = '  '.repeat(depth) + line;
      if (opens) depth += 1;
      return indented;
    })
    .join('\n');
}
