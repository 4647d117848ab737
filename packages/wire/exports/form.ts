/** Form bodies: reading them on the server, writing them in the client. */
export { encodeForm } from '../src/encode-form.ts';
export { formFailureCode } from '../src/form-failure-code.ts';
export type { FormLimits } from '../src/form-limits.ts';
export { mergeParameters, type MergedParameters } from '../src/merge-parameters.ts';
export { decodeUtf8, parseForm, type FormFailure, type FormField, type FormParsing } from '../src/parse-form.ts';
export {
  arrivedFields,
  bodyAdvice,
  isActionForm,
  isActionParameter,
  isMultipart,
  readBodyFields,
  type BodyFields,
} from '../src/read-body-fields.ts';
export { unescapeForm } from '../src/unescape-form.ts';
