import type { Bilingual } from '@semblance/spec/error-catalog';

/** A language in which an explanation is drawn. */
export type DrawingLanguage = keyof Bilingual;

/** A text of the drawing, by what it is for. */
export type DrawingText =
  | 'laidOver'
  | 'laidCaption'
  | 'agrees'
  | 'conflicts'
  | 'onlyOne'
  | 'heat'
  | 'byChance'
  | 'asInCopies'
  | 'samePicture'
  | 'sameThing'
  | 'lifts'
  | 'thisPair'
  | 'different'
  | 'lift'
  | 'first'
  | 'second'
  | 'calibration';

/** What is written on the drawing of an explanation, beside the words that it shares with what is printed. */
const words: Readonly<Record<DrawingText, Bilingual>> = {
  laidOver: { en: 'Laid over each other: what agrees and what conflicts', zh: '叠放比较：哪些一致、哪些冲突' },
  laidCaption: { en: 'laid over each other: red where they differ', zh: '叠放结果：红色处不同' },
  agrees: { en: 'agrees', zh: '一致' },
  conflicts: { en: 'conflicts', zh: '冲突' },
  onlyOne: { en: 'only one has it', zh: '仅一方有' },
  heat: { en: 'How much each part looks like a part of the other', zh: '各部分与另一图片中某一部分的相似程度' },
  byChance: { en: 'by chance', zh: '偶然' },
  asInCopies: { en: 'as in copies', zh: '如同副本' },
  samePicture: { en: 'Same picture: do its points fit?', zh: '同一图片：特征点是否吻合？' },
  sameThing: { en: 'Same thing: does it look alike?', zh: '同一事物：看起来是否相像？' },
  lifts: {
    en: 'What lifts the pair above different pictures, read as ',
    zh: '使这对图片高于不同图片的依据，解读为：',
  },
  thisPair: { en: 'this pair', zh: '本对' },
  different: { en: 'different', zh: '不同图片' },
  lift: { en: 'lift', zh: '提升' },
  first: { en: 'first', zh: '第一张' },
  second: { en: 'second', zh: '第二张' },
  calibration: { en: 'calibration', zh: '校准' },
};

/** A text of the drawing in one language. */
export function drawingWords(name: DrawingText, language: DrawingLanguage): string {
  return words[name][language];
}

/** A note on one of the pictures. */
export function noteLine(
  picture: 'first' | 'second',
  { name, words: note }: { readonly name: string; readonly words: Bilingual },
  language: DrawingLanguage,
): string {
  return language === 'en'
    ? `Note: ${name} (${picture}) ${note.en}.`
    : `注意：${name}（${words[picture].zh}）${note.zh}。`;
}
