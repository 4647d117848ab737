import { compareAction } from '@semblance/spec/protocol';

/** Differences of a request from a valid one; omitted fields are as in a valid request. */
interface Deviation {
  /** Files of the repository that are sent as the pictures; an empty text sends an empty value, `null` leaves it out. */
  readonly primary?: string | null;
  readonly secondary?: string | null;
  /** Text sent in place of the first picture's Base64. */
  readonly primaryText?: string;
  readonly secondaryText?: string;
  /** `null` leaves it out. */
  readonly instance?: string | null;
  /** Parameters of the address; `null` leaves one out. */
  readonly query?: Readonly<Record<string, string | null>>;
  /** Further arguments of curl. */
  readonly curl?: readonly string[];
  readonly path?: string;
  /** Signed by parameters; named ones are changed or, with `null`, left out. */
  readonly signed?: Readonly<Record<string, string | null>>;
}

/** A request that gets a code from an engine, with the engine's options. */
export interface Reproduction {
  readonly deviation: Deviation;
  /** Options of the engine beside the port. */
  readonly engine: string;
}

const good = 'examples/formats/teapot.jpg';
const anonymous = '--allow-anonymous';

/** Both pictures for requests that are refused before pictures are read. */
const anyPictures = '-d PrimaryPicContent=iVBORw0KGgo= -d SecondaryPicContent=iVBORw0KGgo=';

function open(deviation: Deviation): Reproduction {
  return { deviation, engine: anonymous };
}

/** Parameters of a V1 signature with an invalid signature. */
const unsignedV1: Readonly<Record<string, string>> = {
  AccessKeyId: 'demo-key',
  SignatureMethod: 'HMAC-SHA1',
  SignatureVersion: '1.0',
  SignatureNonce: '$RANDOM$RANDOM',
  Timestamp: '$(date -u +%Y-%m-%dT%H:%M:%SZ)',
  Signature: 'wrong',
};

function signed(changes: Readonly<Record<string, string | null>>): Reproduction {
  return { deviation: { signed: changes }, engine: '' };
}

/** Codes that a plain request can get from an engine. The mock answers all others by name. */
export const reproductions: Readonly<Record<string, Reproduction>> = {
  UnsupportedPicFormat: open({ primary: 'examples/wrong/text.jpg' }),
  UnsupportedPicPixels: open({ primary: 'examples/wrong/too-small.png' }),
  UnsupportedPictureFormat: open({ primary: 'examples/wrong/avif.png' }),
  IncorrectOrientation: open({ primary: 'examples/wrong/rotated.jpg' }),
  InvalidPicContent: open({ primary: 'examples/wrong/too-many-bytes.bmp' }),
  InvalidPrimaryPicContent: open({ primary: 'examples/wrong/truncated.jpg' }),
  InvalidSecondaryPicContent: open({ secondary: 'examples/wrong/truncated.jpg' }),
  NoSpecifiedPic: open({ secondary: null }),
  InvalidPicUrl: open({ primaryText: 'http://example.com/a.jpg' }),
  EmptyMeta: open({ instance: '' }),
  'Console.InstanceNotFound': open({ instance: 'nosuchinstance' }),
  InvalidInstance: open({ instance: 'imagesearch-cn-abc123def' }),
  MissingInstanceName: open({ instance: null }),
  UnsupportedOperationType: open({ query: { Action: 'SearchImageByPic' } }),
  MissingAction: open({ query: { Action: null } }),
  MissingVersion: open({ query: { Version: null } }),
  InvalidVersion: open({ query: { Version: '1999-01-01' } }),
  'InvalidParameter.Format': open({ query: { Format: 'YAML' } }),
  InvalidParameter: open({ curl: ['--data-urlencode InstanceName=another'] }),
  UnsupportedHTTPMethod: open({ curl: ['-X DELETE'] }),
  'InvalidAction.NotFound': open({ path: '/compare' }),
  MissingAccessKeyId: { deviation: {}, engine: '' },
  MissingSignature: signed({ Signature: null }),
  MissingSignatureMethod: signed({ SignatureMethod: null }),
  MissingSignatureVersion: signed({ SignatureVersion: null }),
  MissingSignatureNonce: signed({ SignatureNonce: null }),
  MissingTimestamp: signed({ Timestamp: null }),
  'InvalidTimeStamp.Format': signed({ Timestamp: 'yesterday' }),
  'InvalidTimeStamp.Expired': signed({ Timestamp: '2020-01-01T00:00:00Z' }),
  'InvalidAccessKeyId.NotFound': signed({ AccessKeyId: 'nobody' }),
  SignatureDoesNotMatch: signed({}),
};

/** Shell line that starts the engine a reproduction needs; the key is for those that sign. */
export function engineCommand({ engine }: Reproduction, port = 8080): string {
  const key = engine === '' ? 'SEMBLANCE_ACCESS_KEY_ID=demo-key SEMBLANCE_ACCESS_KEY_SECRET=demo-secret ' : '';
  return `${key}npm start -- --port ${port}${engine === '' ? '' : ` ${engine}`}`;
}

/** Shell lines that get the code, to be run in the repository's folder. */
export function requestCommand({ deviation }: Reproduction, address = 'http://127.0.0.1:8080'): string {
  const { query = {}, curl = [], path = '/' } = deviation;
  const common = { Action: compareAction.action, Version: compareAction.version, Format: 'JSON', ...query };
  const search = Object.entries(common).flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]));
  const lines = [
    `curl -sS "${address}${path}?${search.join('&')}"`,
    ...curl,
    ...signatureArguments(deviation),
    ...fieldArguments(deviation),
  ];
  return lines.join(' \\\n  ');
}

function signatureArguments({ signed: changes }: Deviation): readonly string[] {
  if (changes === undefined) return [];
  const all: Readonly<Record<string, string | null>> = { ...unsignedV1, ...changes };
  const fields = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`-d "${name}=${value}"`]));
  return [fields.slice(0, 3).join(' '), fields.slice(3).join(' ')];
}

function fieldArguments(deviation: Deviation): readonly string[] {
  const { instance = 'demoinstance1', primary = good, secondary = good, primaryText, secondaryText } = deviation;
  // The signature is checked before the pictures, so their first bytes are enough.
  if (deviation.signed !== undefined) return [`-d InstanceName=${instance}`, anyPictures];
  return [
    ...(instance === null ? [] : [`--data-urlencode InstanceName=${instance}`]),
    ...pictureArgument('PrimaryPicContent', primaryText, primary),
    ...pictureArgument('SecondaryPicContent', secondaryText, secondary),
  ];
}

function pictureArgument(name: string, text: string | undefined, file: string | null): readonly string[] {
  if (text !== undefined) return [`--data-urlencode ${name}=${text}`];
  return file === null ? [] : [`--data-urlencode ${name}@<(base64 < ${file} | tr -d '\\n')`];
}

/** Shell lines with which the mock answers a code, for any pictures. */
export function mockCommand(code: string, address = 'http://127.0.0.1:4010'): string {
  return [
    `curl -sS "${address}/?Action=${compareAction.action}&Version=${compareAction.version}&Format=JSON"`,
    `-d InstanceName=mock-${code}`,
    anyPictures,
  ].join(' \\\n  ');
}

/** Shell line that starts the mock. */
export const mockStart = 'npm run mock -- --port 4010';
