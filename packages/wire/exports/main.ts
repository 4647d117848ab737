/** Formats and identifiers. Rendering, parsing and forms are in `./render`, `./parse`, `./form` and `./base64`. */
export { APPLICATION_XML_ANSWER, JSON_ANSWER, XML_ANSWER, type AnswerFormat } from '../src/answer-format.ts';
export { adviceOnMissing, FOREIGN_ADDRESS_ADVICE, type LackingRequest } from '../src/advice.ts';
export { asciiText } from '../src/ascii-text.ts';
export { hostId } from '../src/host-id.ts';
export {
  claimsSignature,
  negotiateFormat,
  type AnswerDialect,
  type Negotiation,
  type NegotiationInput,
} from '../src/negotiate-format.ts';
export { createRequestId } from '../src/request-id.ts';
