import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Where something is kept, and what decides it. */
export interface Kept {
  readonly folder: string;
  /** What it is; of one name only the newest version is kept. */
  readonly name: string;
  /** Names everything that decides the value: another version is made anew. */
  readonly version: string;
}

/** Makes a value, or finds it made already by the same version of what makes it. */
export async function keptInFile<Value>({ folder, name, version }: Kept, make: () => Promise<Value>): Promise<Value> {
  const start = `${name}-of-`;
  const file = path.join(folder, `${start}${version}.bin`);
  if (existsSync(file)) return deserialize(readFileSync(file)) as Value;
  const value = await make();
  for (const older of readdirSync(folder)) if (older.startsWith(start)) rmSync(path.join(folder, older));
  writeFileSync(file, serialize(value));
  return value;
}
