import { expect, test } from 'vitest';
import { roomProblems, roomTable } from './check-rooms.ts';
import { folderCircles } from './folder-circles.ts';

const circles = (imports: Readonly<Record<string, readonly string[]>>): string[][] =>
  folderCircles(new Map(Object.entries(imports)));

test.each([
  ['two folders that import each other', { 'a/x.ts': ['b/y.ts'], 'b/z.ts': ['a/w.ts'] }, [['a', 'b']]],
  [
    'a circle of three',
    { 'h/a/x.ts': ['h/b/y.ts'], 'h/b/z.ts': ['h/c/v.ts'], 'h/c/w.ts': ['h/a/u.ts'] },
    [['h/a', 'h/b', 'h/c']],
  ],
  ['files deep in folders', { 'h/a/p/q/x.ts': ['h/b/y.ts'], 'h/b/r/z.ts': ['h/a/w.ts'] }, [['h/a', 'h/b']]],
  ['one way only', { 'a/x.ts': ['b/y.ts', 'c/z.ts'], 'b/y.ts': ['c/z.ts'] }, []],
  ['a folder and what lies inside it', { 'a/x.ts': ['a/b/y.ts'], 'a/b/y.ts': ['a/z.ts'] }, []],
  ['one folder', { 'a/x.ts': ['a/y.ts'], 'a/y.ts': ['a/x.ts'] }, []],
] as const)('circles: %s', (_name, imports, expected) => {
  expect(circles(imports)).toEqual(expected);
});

const table = `
| room | what it does | may use |
| --- | --- | --- |
| \`score\` | scores, see \`fuse\` | \`features\` |
| \`features\` | features | — |

| other | table |
`;
const plan = { plan: 'README.md', rooms: { score: ['features'], features: [] } };
const problems = (changes: { folders?: string[]; text?: string; rooms?: Record<string, string[]> }): string[] =>
  roomProblems(
    { ...plan, rooms: changes.rooms ?? plan.rooms },
    {
      folders: changes.folders ?? ['score', 'features'],
      readmes: [{ file: 'README.md', text: changes.text ?? table }],
    },
  );

test('a table gives each room and what it may use', () => {
  expect(roomTable(table)).toEqual({ score: ['features'], features: [] });
});

test('list, table and folders that agree have no problem', () => {
  expect(problems({})).toEqual([]);
});

test.each([
  ['a folder that nobody planned', { folders: ['score', 'features', 'utils'] }, /the folder utils is not in the list/],
  ['a room without a folder', { folders: ['score'] }, /features is in the list, but/],
  ['a table that lacks a room', { text: table.replace(/\| `features` .*\n/, '') }, /its table lacks the room features/],
  [
    'a table that allows more',
    { text: table.replace('—', '`score`') },
    /features may use no other room, the table says score/,
  ],
  [
    'a table with a room of its own',
    { text: table.replace('\n| `features`', '\n| `attic` | old | — |\n| `features`') },
    /room attic/,
  ],
  ['no table', { text: '# Rooms' }, /no table of rooms/],
])('%s is a problem', (_name, changes, expected) => {
  expect(problems(changes).join('\n')).toMatch(expected);
});

test('more than nine rooms are no plan; the composition root is not counted', () => {
  const rooms = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`room${'abcdefghij'[at] ?? ''}`, []]));
  const house = { folders: Object.keys(rooms), readmes: [] };
  expect(roomProblems({ plan: '', rooms }, house)).toEqual(['10 rooms; at most 9, and a composition root']);
  expect(roomProblems({ plan: '', rooms, root: 'rooma' }, house)).toEqual([]);
});
