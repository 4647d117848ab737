/** Which room may use which others. */
export type Rooms = Readonly<Record<string, readonly string[]>>;

/** A house: a folder whose folders are rooms, as `scripts/rooms.json` has it. */
export interface HousePlan {
  /** README that shows the rooms as a table. */
  readonly plan: string;
  /** Loose files that every room may use. */
  readonly hall?: readonly string[];
  /** The composition root, which is no room of its own. */
  readonly root?: string;
  readonly rooms: Rooms;
}

/** What there is of a house beside its plan. */
export interface House {
  readonly folders: readonly string[];
  /** Text of its README, in each language. */
  readonly readmes: readonly { readonly file: string; readonly text: string }[];
}

/** More are no plan that fits into a head. */
const mostRooms = 9;

/** Where list, folders and tables do not say the same; empty when they do. */
export function roomProblems(plan: HousePlan, { folders, readmes }: House): string[] {
  const listed = Object.keys(plan.rooms);
  const own = listed.filter((room) => room !== plan.root);
  return [
    ...(own.length > mostRooms ? [`${own.length} rooms; at most ${mostRooms}, and a composition root`] : []),
    ...missing(folders, listed).map((room) => `the folder ${room} is not in the list`),
    ...missing(listed, folders).map((room) => `${room} is in the list, but there is no such folder`),
    ...readmes.flatMap(({ file, text }) => tableProblems(plan.rooms, roomTable(text)).map((one) => `${file}: ${one}`)),
  ];
}

function missing(wanted: readonly string[], given: readonly string[]): string[] {
  return wanted.filter((name) => !given.includes(name));
}

function tableProblems(rooms: Rooms, table: Rooms): string[] {
  if (Object.keys(table).length === 0) return ['it has no table of rooms (| room | what it does | may use |)'];
  const extra = missing(Object.keys(table), Object.keys(rooms));
  return [
    ...extra.map((room) => `its table has a room ${room} that is not in the list`),
    ...Object.entries(rooms).flatMap(([room, allowed]) => rowProblems(room, allowed, table[room])),
  ];
}

function rowProblems(room: string, allowed: readonly string[], row: readonly string[] | undefined): string[] {
  if (row === undefined) return [`its table lacks the room ${room}`];
  const [said, meant] = [row.toSorted().join(', '), allowed.toSorted().join(', ')];
  return said === meant ? [] : [`${room} may use ${meant || 'no other room'}, the table says ${said || 'none'}`];
}

const header = /^\|\s*(?:room|房间)\s*\|/i;

/** The rooms of a README's table: names in backticks in its first column, what they may use in its last. */
export function roomTable(readme: string): Rooms {
  const lines = readme.split('\n');
  const start = lines.findIndex((line) => header.test(line));
  if (start === -1) return {};
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  const table = end === -1 ? rows : rows.slice(0, end);
  return Object.fromEntries(
    table.map((line) => {
      const cells = line.split('|').slice(1, -1);
      return [namesIn(cells[0] ?? '')[0] ?? '', namesIn(cells.at(-1) ?? '')];
    }),
  );
}

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`(?<name>[a-z-]+)\/?`/g)].map(({ groups }) => groups?.['name'] ?? '');
}
