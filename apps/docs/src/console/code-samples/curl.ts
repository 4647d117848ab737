import { signV3 } from '@semblance/signing';
import type { SigningKey } from '@semblance/signing';
import { compareAction, formMediaType } from '@semblance/spec/protocol';
import type { SampleContext } from './sample-context.ts';

/** Input of a signed curl command in addition to the context. */
export interface CurlSigning {
  readonly key: SigningKey;
  /** The form body exactly as the command builds it. */
  readonly body: Uint8Array;
  readonly date: Date;
  readonly nonce: string;
}

/** Quotes `text` as a word of a POSIX shell. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Writes a file's Base64, form-encoded, as the shell does it: three characters need escaping. */
function encodedFile(file: string): string {
  return `base64 < ${shellWord(file)} | tr -d '\\n' | sed 's/+/%2B/g; s#/#%2F#g; s/=/%3D/g'`;
}

/** A command line that sends the same request; its signature, if any, is valid for 15 minutes. */
export async function curlSample(context: SampleContext, signing: CurlSigning | undefined): Promise<string> {
  const common = `Action=${compareAction.action}&Version=${compareAction.version}&Format=${context.format.toUpperCase()}&`;
  const start = `${signing === undefined ? common : ''}InstanceName=${encodeURIComponent(context.instanceName)}&PrimaryPicContent=`;
  const body = `{
  printf '%s' ${shellWord(start)}
  ${encodedFile(context.primaryFile)}
  printf '%s' '&SecondaryPicContent='
  ${encodedFile(context.secondaryFile)}
} > request-body.txt
`;
  const headers = signing === undefined ? [] : await signedHeaders(context, signing);
  const options = [...headers.map((header) => `-H ${shellWord(header)}`), '--data-binary @request-body.txt'];
  const query = signing !== undefined && context.format === 'xml' ? '?Format=XML' : '';
  return `${body}\ncurl -sS ${shellWord(`${new URL(context.endpoint).origin}/${query}`)} \\\n  ${options.join(' \\\n  ')}\n`;
}

async function signedHeaders(
  context: SampleContext,
  { key, body, date, nonce }: CurlSigning,
): Promise<readonly string[]> {
  const { headers } = await signV3({
    method: 'POST',
    host: new URL(context.endpoint).host,
    query: context.format === 'xml' ? [['Format', 'XML']] : [],
    action: compareAction.action,
    version: compareAction.version,
    contentType: formMediaType,
    body,
    key,
    date,
    nonce,
  });
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}
