import { YAMLParseError } from 'yaml';

/** Messages for the parser's codes, without quoting the file, whose lines may contain secrets. */
const meanings: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'an alias has a tag or an anchor',
  BAD_ALIAS: 'an alias names no anchor',
  BAD_DIRECTIVE: 'a directive is wrong',
  BAD_DQ_ESCAPE: 'an escape in double quotes is wrong',
  BAD_INDENT: 'the indentation is wrong',
  BAD_PROP_ORDER: 'anchor and tag come after the value',
  BAD_SCALAR_START: 'a value starts with a character that needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a block cannot be a key; a colon or a quote may be missing',
  BLOCK_IN_FLOW: 'a block stands inside brackets',
  DUPLICATE_KEY: 'a setting occurs twice',
  IMPOSSIBLE: 'it cannot be read',
  KEY_OVER_1024_CHARS: 'a key is too long',
  MISSING_CHAR: 'a character is missing: a colon, comma, quote or bracket',
  MULTILINE_IMPLICIT_KEY: 'a key goes over more than one line; a colon may be missing',
  MULTIPLE_ANCHORS: 'a value has two anchors',
  MULTIPLE_DOCS: 'there is more than one document',
  MULTIPLE_TAGS: 'a value has two tags',
  TAB_AS_INDENT: 'a tab indents; use spaces',
  TAG_RESOLVE_FAILED: 'a tag is unknown',
  UNEXPECTED_TOKEN: 'something unexpected stands there',
};

/** Describes where and why a text is not YAML, without quoting it. */
export function yamlProblem(cause: unknown): string {
  if (!(cause instanceof YAMLParseError)) return 'it is not YAML';
  const [start] = cause.linePos ?? [];
  const place = start === undefined ? '' : ` in line ${start.line}, column ${start.col}`;
  return `it is not YAML${place}: ${meanings[cause.code] ?? 'it cannot be read'}`;
}
