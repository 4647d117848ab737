import { placedParameters, readCommon } from '../common-parameters-v1.ts';
import { detectDialect } from '../detect-dialect.ts';
import type { Dialect } from '../detect-dialect.ts';
import { headerMap, headerValue } from '../received-request.ts';
import { parseAuthorization } from '../authorization.ts';
import { verifyV1 } from '../verify-v1.ts';
import { verifyV3 } from '../verify-v3.ts';
import type { AccessKey, AuthenticationCode, VerificationFailure } from '../verification.ts';
import { causes } from './cause.ts';
import type { CauseId } from './cause.ts';
import type { DiagnoseInput, Diagnosis } from './diagnosis.ts';
import { examineV1 } from './examine-v1.ts';
import { examineV3 } from './examine-v3.ts';
import type { Examination } from './examination.ts';

/**
 * Explains why the signature of a request is refused: what first differs from what was signed, and the likely cause.
 *
 * It verifies the request and, if the signature does not match, recomputes it with one thing changed at a time until the result equals the
 * caller's. An attacker learns nothing from that: a random signature matches no variation, and a signature that matches one was known to
 * its sender before.
 */
export async function diagnose(input: DiagnoseInput): Promise<Diagnosis> {
  const dialect = detectDialect(input.request.headers);
  const verification = await (dialect === 'V3' ? verifyV3 : verifyV1)(input.request, input.options);
  if (verification.ok) return finish({ dialect, code: undefined }, { cause: 'accepted', certainty: 'proven' });
  const { code, detail } = verification.failure;
  const base = { dialect, code, detail };
  if (code !== 'SignatureDoesNotMatch')
    return finish(base, { cause: causeOf(verification.failure), certainty: 'seen' });
  const key = await findKey(dialect, input);
  if (key === undefined) return finish(base, { cause: 'unknown-key', certainty: 'seen' });
  return finish(base, await (dialect === 'V3' ? examineV3 : examineV1)(input, key));
}

interface Base {
  readonly dialect: Dialect;
  readonly code: AuthenticationCode | undefined;
  readonly detail?: string;
}

function finish({ dialect, code, detail }: Base, examination: Examination): Diagnosis {
  return {
    dialect,
    code,
    detail,
    text: causes[examination.cause],
    firstDifference: undefined,
    canonicalRequest: undefined,
    stringToSign: undefined,
    tried: 0,
    exhaustive: true,
    ...examination,
  };
}

/** The cause, where the code alone determines it. */
function causeOf({ code }: VerificationFailure): CauseId {
  if (code === 'MissingSecurityToken' || code.startsWith('InvalidSecurityToken.')) return 'security-token';
  if (code.startsWith('InvalidAccessKeyId.')) return 'unknown-key';
  if (code.startsWith('Missing')) return 'not-signed';
  if (code === 'InvalidTimeStamp.Format') return 'malformed-date';
  if (code === 'InvalidTimeStamp.Expired') return 'clock-skew';
  if (code === 'InvalidSignatureMethod') return 'unsupported-algorithm';
  return 'not-covered';
}

async function findKey(dialect: Dialect, { request, options }: DiagnoseInput): Promise<AccessKey | undefined> {
  if (dialect === 'V3') {
    const headers = headerMap(request.headers);
    const accessKeyId = parseAuthorization(headerValue(headers, 'authorization') ?? '')?.accessKeyId ?? '';
    return options.findKey(accessKeyId, headerValue(headers, 'x-acs-security-token'));
  }
  const { query, form } = placedParameters(request) ?? { query: [], form: [] };
  const common = readCommon([...query, ...form]);
  return common.ok ? options.findKey(common.text.AccessKeyId, common.securityToken) : undefined;
}
