import { placedParameters } from '../common-parameters-v1.ts';
import { decodeParameter } from '../received-parameters.ts';
import { headerMap, headerValue } from '../received-request.ts';
import type { AccessKey } from '../verification.ts';
import { compareStringsToSignV1 } from './compare-caller.ts';
import type { DiagnoseInput } from './diagnosis.ts';
import { difference, provenBy } from './examination.ts';
import type { Examination } from './examination.ts';
import { defaultBudgetBytes } from './examine-v3.ts';
import { stringToSignOf } from './material-v1.ts';
import type { MaterialV1 } from './material-v1.ts';
import { shownStringToSignV1 } from './shorten.ts';
import { tryVariations } from './variation.ts';
import { unsigned, variationsV1 } from './variations-v1.ts';
import type { ContextV1 } from './variations-v1.ts';

/** Examines a V1 request whose signature does not match. */
export async function examineV1(input: DiagnoseInput, key: AccessKey): Promise<Examination> {
  const context = contextOf(input, key);
  const { material } = context;
  const shown = { stringToSign: await shownStringToSignV1(material.method, material.parameters) };
  const trial = await tryVariations(variationsV1(context), input.budgetBytes ?? defaultBudgetBytes);
  const proven = await provenBy(trial);
  if (proven !== undefined) return { ...shown, ...proven };
  const { tried, exhaustive } = trial;
  return { ...shown, ...(await compareWithCaller(input, material, exhaustive)), tried, exhaustive };
}

function contextOf({ request }: DiagnoseInput, key: AccessKey): ContextV1 {
  const { query, form } = placedParameters(request) ?? { query: [], form: [] };
  const decoded = { query: query.map(decodeParameter), form: form.map(decodeParameter) };
  const all = [...decoded.query, ...decoded.form];
  const secret = key.accessKeySecret;
  return {
    ...decoded,
    secret,
    headerAction: headerValue(headerMap(request.headers), 'x-acs-action'),
    material: {
      method: request.method.toUpperCase(),
      path: '%2F',
      parameters: unsigned(all),
      hmacKey: `${secret}&`,
      signature: all.find(([name]) => name === 'Signature')?.[1] ?? '',
    },
  };
}

async function compareWithCaller(
  { caller }: DiagnoseInput,
  material: MaterialV1,
  exhaustive: boolean,
): Promise<Examination> {
  if (caller?.stringToSign !== undefined) {
    const found = compareStringsToSignV1(stringToSignOf(material), caller.stringToSign.trim());
    if (found !== undefined) return { cause: found.cause, certainty: 'seen', firstDifference: await difference(found) };
  }
  return { cause: exhaustive ? 'wrong-secret' : 'undetermined', certainty: 'likely' };
}
