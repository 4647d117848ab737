import { examples } from '@semblance/spec/examples';
import { answerContentTypes, compareAction, formMediaType, operationPath } from '@semblance/spec/protocol';
import { signWorkedV3, workedBody, workedInput } from './worked-example.ts';
import type { WorkedInput } from './worked-example.ts';

/** The worked example as an HTTP request, V3-signed. */
export async function signedRequestSample(input: WorkedInput = workedInput): Promise<string> {
  const { headers } = await signWorkedV3(input);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`POST ${operationPath} HTTP/1.1`, `host: ${input.host}`, ...lines, '', workedBody(input)].join('\n');
}

/** A request without its signature and the answer to it, shortened. */
export function exchangeSample(): { readonly request: string; readonly response: string } {
  const { AccessDeniedDetail: _detail, ...success } = examples.success.json;
  const request = [
    `POST ${operationPath} HTTP/1.1`,
    `x-acs-action: ${compareAction.action}`,
    `x-acs-version: ${compareAction.version}`,
    `content-type: ${formMediaType}`,
    '',
    workedBody(workedInput).replaceAll('&', '&\n'),
  ];
  const response = [
    'HTTP/1.1 200 OK',
    `content-type: ${answerContentTypes.JSON}`,
    '',
    JSON.stringify(success, null, 2),
  ];
  return { request: request.join('\n'), response: response.join('\n') };
}
