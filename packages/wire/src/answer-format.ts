import { answerContentTypes, applicationXmlContentType } from '@semblance/spec/protocol';
import type { Format } from '@semblance/spec/types';

/** In what form an answer is written. */
export interface AnswerFormat {
  readonly format: Format;
  /** The exact value of the `Content-Type` header. */
  readonly contentType: string;
}

/** JSON, as the V3 clients read it. */
export const jsonAnswer: AnswerFormat = { format: 'JSON', contentType: answerContentTypes.JSON };

/** XML under the media type that the official clients compare to the letter. */
export const xmlAnswer: AnswerFormat = { format: 'XML', contentType: answerContentTypes.XML };

/** XML for a caller whose `Accept` names `application/xml`. */
export const applicationXmlAnswer: AnswerFormat = { format: 'XML', contentType: applicationXmlContentType };
