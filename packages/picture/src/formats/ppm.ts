import { uint8 } from '../byte-order.ts';
import type { FormatReader, HeaderFactsReading } from '../header-facts.ts';
import { headerFacts } from '../header-facts.ts';
import { isPnmWhiteSpace, pnmKind, readPnmLayout } from './pnm-layout.ts';
import type { PnmLayout } from './pnm-layout.ts';

/** The contract's PPM: all six Netpbm maps, P1–P6. They have no orientation; the first of several pictures in a file counts. */
export const ppmReader: FormatReader = {
  matches: (bytes) => pnmKind(bytes) !== undefined && startsLikeHeader(bytes),
  read: readPpm,
};

/** Many texts begin with `P1` too; a header continues with white space and a digit or a comment, or the file ends there. */
function startsLikeHeader(bytes: Uint8Array): boolean {
  let at = 2;
  while (at < 16 && isPnmWhiteSpace(uint8(bytes, at))) at += 1;

  const first = uint8(bytes, at);
  const isDigit = first >= 48 && first <= 57;
  return at >= bytes.length || first === 0x23 || (at > 2 && isDigit);
}

function readPpm(bytes: Uint8Array): HeaderFactsReading {
  const layout = readPnmLayout(bytes);
  if (typeof layout === 'string') return { ok: false, damage: layout };

  const isCutOff = layout.samplesAt + smallestDataBytes(layout) > bytes.length;
  const others = {
    bitsPerSample: Math.ceil(Math.log2(layout.maxSample + 1)),
    damage: isCutOff ? ('data-cut-off' as const) : undefined,
  };
  return { ok: true, facts: headerFacts(layout, others) };
}

/** Smallest number of bytes of the samples: exact for the binary kinds; a text sample is at least a digit, preceded by a space unless it is a bit. */
function smallestDataBytes(layout: PnmLayout): number {
  const samples = layout.width * layout.height * layout.channels;
  switch (layout.kind) {
    case 4:
      return Math.ceil(layout.width / 8) * layout.height;
    case 5:
    case 6:
      return layout.maxSample > 255 ? samples * 2 : samples;
    case 1:
      return samples;
    default:
      return Math.max(0, samples * 2 - 1);
  }
}
