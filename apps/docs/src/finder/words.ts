const stopWords = new Set(
  'a an and are be by can could did do does doing for from get gets getting got has have how i if in into is it its me my no not of on or our please should so still that the their them then there this to was we what when where which while why will with would you your'.split(
    ' ',
  ),
);

const chineseFiller =
  /怎么办|怎么样|怎么|如何|什么|为什么|是否|可以|一直|总是|请问|出现|提示|报错|返回了?|收到|[的了吗呢吧啊呀我你]/gu;

/** Synonyms; the first of a row represents all. */
const sameMeaning: ReadonlyMap<string, string> = new Map(
  [
    ['picture', 'image', 'photo', 'pic', 'img', 'pictures', 'images'],
    ['big', 'large', 'huge', 'oversized', 'heavy'],
    ['wrong', 'incorrect', 'bad', 'invalid'],
    ['timeout', 'timeouts'],
    ['missing', 'absent', 'lacking', 'forgot'],
    ['maximum', 'max', 'biggest', 'largest'],
  ].flatMap(([first = '', ...others]) => others.map((other): [string, string] => [stem(other), stem(first)])),
);

/** Normalises text for comparison: half-width, lower case, single spaces. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/** The words of a text: stems of Latin words, pairs of neighbouring Chinese characters. Filler words are left out. */
export function wordsOf(text: string): readonly string[] {
  const separated = text.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ');
  const plain = folded(separated).replaceAll(chineseFiller, ' ');
  const pieces = plain.match(/[a-z0-9]+|\p{Script=Han}+/gu) ?? [];
  return pieces.flatMap((piece) => (/[a-z0-9]/u.test(piece) ? latinWord(piece) : chinesePairs(piece)));
}

function latinWord(word: string): readonly string[] {
  if (stopWords.has(word) || (word.length === 1 && !/\d/u.test(word))) return [];
  const stemmed = stem(word);
  return [sameMeaning.get(stemmed) ?? stemmed];
}

function chinesePairs(run: string): readonly string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** A word without common endings, so that `limits`, `limited` and `limit` are equal. */
function stem(word: string): string {
  if (word.length < 4 || /\d/u.test(word)) return word;
  const short = word.replace(/(?:ings?|ed|es|s)$/u, '');
  return (short.length < 3 ? word : short).replace(/e$/u, '');
}
