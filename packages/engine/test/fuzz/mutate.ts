/** One change to a request's bytes; positions are shares of its length, so that they fit any request. */
export interface Mutation {
  readonly kind: 'flip' | 'delete' | 'insert' | 'repeat' | 'swap' | 'cut' | 'token';
  /** Where, 0 (inclusive) to 1 (exclusive). */
  readonly at: number;
  /** How much, 0 (inclusive) to 1 (exclusive). */
  readonly size: number;
  readonly value: number;
}

export const mutationKinds: readonly Mutation['kind'][] = [
  'flip',
  'delete',
  'insert',
  'repeat',
  'swap',
  'cut',
  'token',
];

/** Pieces that parsers trip over. */
const tokens: readonly string[] = [
  '\r\n',
  '\r\n\r\n',
  '\0',
  '%',
  '%00',
  '%zz',
  '&',
  '=',
  '&&==',
  '?',
  '#',
  ';',
  ',',
  '"',
  '--',
  'Transfer-Encoding: chunked\r\n',
  'Content-Length: 99999999\r\n',
  'Content-Length: 0\r\n',
  'Content-Type: multipart/form-data; boundary=b\r\n',
  'Expect: 100-continue\r\n',
  'Connection: close\r\n',
  'Format=XML',
  '&Format=%00',
  '&Action=AuthorizeFileUpload',
  'InstanceName=',
  '&PrimaryPicContent=http://127.0.0.1/imagesearch/x',
  '&SecondaryPicContent=',
  'ACS3-HMAC-SHA256 ',
  '__proto__=1&constructor=2',
  '\u00ff\u00fe',
  '\ud83d\ude00',
  '0\r\n\r\n',
  'ffffffffffffffff\r\n',
  'GET / HTTP/1.1\r\n\r\n',
];

/** Applies changes one after the other. */
export function mutate(request: Buffer, mutations: readonly Mutation[]): Buffer {
  return mutations.reduce(applyOne, request);
}

function applyOne(bytes: Buffer, { kind, at, size, value }: Mutation): Buffer {
  const start = Math.floor(at * bytes.length);
  const length = Math.floor(size * Math.min(64, bytes.length - start));
  const [before, piece, after] = [
    bytes.subarray(0, start),
    bytes.subarray(start, start + length),
    bytes.subarray(start + length),
  ];
  switch (kind) {
    case 'flip': {
      const flipped = Buffer.from(bytes);
      flipped[start] = (flipped[start] ?? 0) ^ (1 << (value % 8));
      return flipped;
    }
    case 'delete':
      return Buffer.concat([before, after]);
    case 'insert':
      return Buffer.concat([before, Buffer.alloc(1 + (value % 9), value), bytes.subarray(start)]);
    case 'repeat':
      return Buffer.concat([before, piece, piece, piece, after]);
    case 'swap':
      return Buffer.concat([before, Buffer.from(piece).reverse(), after]);
    case 'cut':
      return before;
    case 'token':
      return Buffer.concat([before, Buffer.from(tokens[value % tokens.length] ?? ''), bytes.subarray(start)]);
  }
}
