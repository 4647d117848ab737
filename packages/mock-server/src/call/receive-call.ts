import { routingParameters } from '@semblance/spec/operations';
import { actions, authorizeUploadAction, compareAction, isActionName, operationPath } from '@semblance/spec/protocol';
import { detectDialect } from '@semblance/signing/verify';
import { claimsSignature, createRequestId, hostId, negotiateFormat, applicationXmlAnswer } from '@semblance/wire';
import type { AnswerDialect } from '@semblance/wire';
import {
  arrivedFields,
  formFailureCode,
  isActionForm,
  isMultipart,
  mergeParameters,
  parseForm,
  readBodyFields,
} from '@semblance/wire/form';
import type { BodyFields, FormParsing, MergedParameters } from '@semblance/wire/form';
import type { Call, CallKind } from './call.ts';
import { headerOf } from './raw-request.ts';
import type { RawRequest } from './raw-request.ts';

/** Reads dialect, action, format and parameters. Never throws, whatever a caller sends. */
export function receiveCall(request: RawRequest, requestId: string = createRequestId()): Call {
  const url = new URL(request.url);
  const upload = isUploadForm(request, url);
  const body = upload ? noFields : bodyFields(request);
  const forms = [parseForm(url.search.slice(1)), body.form] as const;
  const parameters = mergeParameters(fieldsOf(forms[0]), fieldsOf(forms[1]));
  const dialect = detectDialect(request.headers);
  const negotiation = negotiateFormat({
    formatParameter: parameters.has('Format') ? (parameters.text('Format') ?? '') : undefined,
    accept: headerOf(request, 'accept'),
    dialect: answerDialect(dialect, parameters),
    refusedEarly:
      request.incomplete === true ||
      url.pathname !== operationPath ||
      !operationMethods.has(request.method) ||
      !forms.every(({ ok }) => ok),
  });
  const isAmbiguous = parameters.repeated.some((name) => singular.has(name));
  const action = commonValue({ request, parameters, dialect }, 'Action');
  return {
    request,
    url,
    kind: upload ? 'post-object' : kindOf(action),
    parameters,
    dialect,
    action,
    version: commonValue({ request, parameters, dialect }, 'Version'),
    accessKeyId: parameters.text('AccessKeyId') ?? credentialOf(request),
    instanceName: parameters.text('InstanceName'),
    answer: upload ? applicationXmlAnswer : negotiation.ok ? negotiation.value : negotiation.failure.answerIn,
    bodyAdvice: body.advice,
    requestId,
    hostId: hostId(headerOf(request, 'host') ?? url.host),
    defect:
      formDefect(forms) ??
      (isAmbiguous ? 'InvalidParameter' : undefined) ??
      (negotiation.ok ? undefined : negotiation.failure.code),
  };
}

/** Allowed methods of operations. */
export const operationMethods: ReadonlySet<string> = new Set(['GET', 'POST']);

/** Parameters that may not be repeated, as they decide how the call is answered. */
const singular: ReadonlySet<string> = new Set([
  ...Object.values(actions).flatMap(({ parameters }) => parameters),
  ...routingParameters.map(({ name }) => name),
]);

function formDefect(forms: readonly FormParsing[]): Call['defect'] {
  const refused = forms.find((form) => !form.ok);
  return refused === undefined ? undefined : formFailureCode(refused.failure);
}

const noFields: BodyFields = { form: { ok: true, value: [] }, advice: undefined };

function fieldsOf(form: FormParsing): Extract<FormParsing, { ok: true }>['value'] {
  return form.ok ? form.value : [];
}

/** Whether a request is an upload form. A form that names an action in the address, a header or a part is a call of that action. */
function isUploadForm(request: RawRequest, { searchParams }: URL): boolean {
  if (request.method !== 'POST' || !isMultipart(headerOf(request, 'content-type'))) return false;
  const namesAction = searchParams.has('Action') || headerOf(request, 'x-acs-action') !== undefined;
  return !namesAction && !isActionForm(request.body);
}

function bodyFields(request: RawRequest): BodyFields {
  const body = request.incomplete === true ? arrivedFields(request.body) : request.body;
  return readBodyFields(body, headerOf(request, 'content-type'));
}

function answerDialect(dialect: 'V3' | 'V1', parameters: MergedParameters): AnswerDialect {
  return dialect === 'V3' || claimsSignature(parameters) ? dialect : 'unsigned';
}

function kindOf(action: string | undefined): CallKind {
  if (action === compareAction.action) return 'compare';
  if (action === authorizeUploadAction.action) return 'authorize-upload';
  return action !== undefined && isActionName(action) ? 'example' : 'other';
}

interface CommonSource {
  readonly request: RawRequest;
  readonly parameters: MergedParameters;
  readonly dialect: 'V3' | 'V1';
}

/** Value of a common parameter. V3 signs the header, V1 the parameter; the signed place takes precedence, the other one serves unsigned callers. */
function commonValue({ request, parameters, dialect }: CommonSource, name: 'Action' | 'Version'): string | undefined {
  const header = headerOf(request, `x-acs-${name.toLowerCase()}`);
  const parameter = parameters.text(name);
  const found = dialect === 'V3' ? (header ?? parameter) : (parameter ?? header);
  return found === '' ? undefined : found;
}

/** The key named in `Authorization`, without checking the rest of the header. */
function credentialOf(request: RawRequest): string | undefined {
  return /\bCredential=(?<id>[^,\s]+)/.exec(headerOf(request, 'authorization') ?? '')?.groups?.['id'];
}
