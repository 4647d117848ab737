import { answerContentTypes, applicationXmlContentType } from '@semblance/spec/protocol';
import type { Format } from '@semblance/spec/types';

/** Format of an answer and its media type. */
export interface AnswerFormat {
  readonly format: Format;
  /** The exact value of the `Content-Type` header. */
  readonly contentType: string;
}

/** JSON, which the V3 clients read. */
export const jsonAnswer: AnswerFormat = { format: 'JSON', contentType: answerContentTypes.JSON };

/** XML under the exact media type that the official clients compare with. */
export const xmlAnswer: AnswerFormat = { format: 'XML', contentType: answerContentTypes.XML };

/** XML for a caller whose `Accept` names `application/xml`. */
export const applicationXmlAnswer: AnswerFormat = { format: 'XML', contentType: applicationXmlContentType };
