import type { Diagnosis } from './diagnosis.ts';

/**
 * Summarises a diagnosis in a sentence or two for the message of an answer; safe to send to the caller.
 * @param language  of the sentence; names of headers and parameters are not translated.
 */
export function summarize(diagnosis: Diagnosis, language: 'en' | 'zh'): string {
  const { firstDifference, text, certainty, detail } = diagnosis;
  const words = wordings[language];
  // A text may say so itself.
  const parts = [
    certainty === 'likely' && !text.en.includes('ikely') ? `${words.likely}${text[language]}` : text[language],
  ];
  if (firstDifference !== undefined) {
    const { part, received, signed } = firstDifference;
    parts.push(
      `${words.difference}${part}${words.colon}${words.received} ${received}${words.comma}${words.signed} ${signed}${words.stop}`,
    );
  } else if (diagnosis.code !== 'SignatureDoesNotMatch' && detail !== undefined && language === 'en') {
    parts.push(detail);
  }
  return parts.join(language === 'en' ? ' ' : '');
}

const wordings = {
  en: {
    likely: 'Likely: ',
    difference: 'First difference: ',
    colon: ', ',
    received: 'received',
    comma: ', ',
    signed: 'signed',
    stop: '.',
  },
  zh: {
    likely: '可能的原因：',
    difference: '首个差异：',
    colon: '，',
    received: '收到',
    comma: '，',
    signed: '签名时为',
    stop: '。',
  },
} as const;
