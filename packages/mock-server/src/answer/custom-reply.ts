import { escapeMarkup } from '@semblance/wire';

/** An answer written by a test: any status, headers and body. Texts may contain `{{fields}}` of the request. */
export interface CustomReply {
  /** 200 to 599; default 200. */
  readonly status?: number | undefined;
  /** Default: `content-type` of a JSON or text answer, and the request's ID. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A text is sent unchanged, anything else as JSON; default: no body. */
  readonly body?: unknown;
}

/** Fields of a request that a template may use, with their values. */
export interface RequestFields {
  readonly RequestId: string;
  readonly HostId: string;
  readonly Action: string;
  readonly Version: string;
  readonly Format: 'JSON' | 'XML';
  readonly InstanceName: string;
  readonly AccessKeyId: string;
  /** Pixels and bytes are 0 and the format empty for a picture that cannot be read. */
  readonly 'primary.format': string;
  readonly 'primary.width': number;
  readonly 'primary.height': number;
  readonly 'primary.bytes': number;
  readonly 'secondary.format': string;
  readonly 'secondary.width': number;
  readonly 'secondary.height': number;
  readonly 'secondary.bytes': number;
}

/** A reply, or a function that makes one from a request. */
export type ReplySource = CustomReply | ((fields: RequestFields) => CustomReply | Promise<CustomReply>);

const sample: RequestFields = {
  RequestId: '',
  HostId: '',
  Action: '',
  Version: '',
  Format: 'JSON',
  InstanceName: '',
  AccessKeyId: '',
  'primary.format': '',
  'primary.width': 0,
  'primary.height': 0,
  'primary.bytes': 0,
  'secondary.format': '',
  'secondary.width': 0,
  'secondary.height': 0,
  'secondary.bytes': 0,
};

const placeholder = /\{\{\s*([\w.]+)\s*\}\}/g;

/**
 * Checks that a reply, which may be untyped JSON, can be sent.
 * @throws TypeError or RangeError that names the invalid field.
 */
export function checkReply(reply: unknown): asserts reply is CustomReply {
  if (typeof reply !== 'object' || reply === null || Array.isArray(reply))
    throw new TypeError('A reply is an object such as {"status": 503, "body": "busy"}.');
  const { status = 200, headers = {}, body, ...rest } = reply as CustomReply & Readonly<Record<string, unknown>>;
  const [surplus] = Object.keys(rest);
  if (surplus !== undefined) throw new TypeError(`A reply has status, headers and body, not "${surplus}".`);
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new RangeError(`A reply's status is a whole number from 200 to 599, not ${status}.`);
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || typeof value !== 'string')
      throw new TypeError(`"${name}" is no header with a text for its value.`);
  }
  for (const [, name = ''] of JSON.stringify([headers, body ?? '']).matchAll(placeholder)) {
    if (!Object.hasOwn(sample, name))
      throw new TypeError(`There is no field {{${name}}}. Requests have ${Object.keys(sample).join(', ')}.`);
  }
}

/** A reply with its fields filled in, as text. */
export interface FilledReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Fills in a reply. Values from the request are escaped for JSON, XML or a header. */
export function fillReply({ status = 200, headers = {}, body }: CustomReply, fields: RequestFields): FilledReply {
  const given = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), fillText(value, fields, headerText)]),
  );
  const contentType =
    given['content-type'] ?? (isTextBody(body) ? 'text/plain;charset=utf-8' : 'application/json;charset=utf-8');
  return {
    status,
    headers: { 'content-type': contentType, 'x-acs-request-id': fields.RequestId, ...given },
    body: isTextBody(body)
      ? fillText(body ?? '', fields, escapeFor(contentType))
      : JSON.stringify(fillValue(body, fields)),
  };
}

function isTextBody(body: unknown): body is string | undefined {
  return body === undefined || typeof body === 'string';
}

type Escape = (text: string) => string;

function fillText(text: string, fields: RequestFields, escape: Escape): string {
  return text.replaceAll(placeholder, (_whole, name: keyof RequestFields) => escape(String(fields[name])));
}

/** In JSON, a string that is exactly one field becomes the field itself: a number stays a number. */
function fillValue(value: unknown, fields: RequestFields): unknown {
  if (typeof value === 'string') {
    const [, only] = /^\{\{\s*([\w.]+)\s*\}\}$/.exec(value) ?? [];
    return only === undefined ? fillText(value, fields, (text) => text) : fields[only as keyof RequestFields];
  }
  if (Array.isArray(value)) return value.map((entry) => fillValue(entry, fields));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, fillValue(entry, fields)]));
}

function escapeFor(contentType: string): Escape {
  if (/json/i.test(contentType)) return (text) => JSON.stringify(text).slice(1, -1);
  return /xml|html/i.test(contentType) ? escapeMarkup : (text) => text;
}

/** Header values are printable ASCII: a request must not be able to add headers. */
function headerText(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?');
}
