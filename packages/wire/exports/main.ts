/** Answer formats and identifiers. Rendering, parsing and forms have entry points of their own: `./render`, `./parse`, `./form` and `./base64`. */
export { applicationXmlAnswer, jsonAnswer, xmlAnswer, type AnswerFormat } from '../src/answer-format.ts';
export { adviceOnMissing, foreignAddressAdvice, type LackingRequest } from '../src/advice.ts';
export { asciiText } from '../src/ascii-text.ts';
export { hostId } from '../src/host-id.ts';
export {
  claimsSignature,
  negotiateFormat,
  type AnswerDialect,
  type Negotiation,
  type NegotiationInput,
} from '../src/negotiate-format.ts';
export { readPictureDetail, writePictureDetail, type PictureDetail, type PictureRole } from '../src/picture-detail.ts';
export { createRequestId } from '../src/request-id.ts';
export { escapeMarkup } from '../src/xml-text.ts';
