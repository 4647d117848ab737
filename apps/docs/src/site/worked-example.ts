import { signV1, signV3 } from '@semblance/signing';
import type { SignedV1, SignedV3, SigningKey } from '@semblance/signing';
import { operationParameters } from '@semblance/spec/operations';
import { compareAction, formMediaType } from '@semblance/spec/protocol';

/** Inputs of a worked example, all fixed, so that readers can check each step. */
export interface WorkedInput {
  readonly host: string;
  readonly key: SigningKey;
  readonly date: Date;
  readonly nonce: string;
  readonly instanceName: string;
  readonly primaryPicContent: string;
  readonly secondaryPicContent: string;
}

/** The example of both signature pages: invalid keys, and the first bytes of a PNG and of a JPEG. */
export const workedInput: WorkedInput = {
  host: 'imagesearch.cn-shanghai.aliyuncs.com',
  key: { accessKeyId: 'testAccessKeyId', accessKeySecret: 'testAccessKeySecret' },
  date: new Date('2026-01-09T08:00:00Z'),
  nonce: '3156853299f313e23d1673dc12e1703d',
  instanceName: String(operationParameters[0]?.example),
  primaryPicContent: 'iVBORw0KGgo+/w==',
  secondaryPicContent: '/9j/4AAQSkZJRg==',
};

type OperationParameter = readonly [name: string, value: string];

/** The operation's own parameters of the example, in the contract's order. */
export function workedParameters(input: WorkedInput): readonly OperationParameter[] {
  const values = [input.instanceName, input.primaryPicContent, input.secondaryPicContent];
  return operationParameters.map((field, index) => [field.name, values[index] ?? '']);
}

/** The form body of the example, as sent. */
export function workedBody(input: WorkedInput): string {
  return new URLSearchParams(workedParameters(input).map(([name, value]) => [name, value])).toString();
}

/** Signs the example in the header dialect. */
export function signWorkedV3(input: WorkedInput): Promise<SignedV3> {
  return signV3({
    method: 'POST',
    host: input.host,
    action: compareAction.action,
    version: compareAction.version,
    contentType: formMediaType,
    body: new TextEncoder().encode(workedBody(input)),
    key: input.key,
    date: input.date,
    nonce: input.nonce,
  });
}

/** Signs the example in the parameter dialect. */
export function signWorkedV1(input: WorkedInput): Promise<SignedV1> {
  return signV1({
    method: 'POST',
    action: compareAction.action,
    version: compareAction.version,
    format: 'JSON',
    parameters: workedParameters(input),
    key: input.key,
    date: input.date,
    nonce: input.nonce,
  });
}
