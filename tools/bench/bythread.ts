import { readFileSync, readdirSync } from 'node:fs';
export function byThread(pid: number): Map<string, number> {
  const m = new Map<string, number>();
  for (const t of readdirSync(`/proc/${pid}/task`)) {
    const name = readFileSync(`/proc/${pid}/task/${t}/comm`, 'utf8').trim() + (Number(t) === pid ? '*' : '');
    m.set(name, (m.get(name) ?? 0) + Number(readFileSync(`/proc/${pid}/task/${t}/schedstat`, 'utf8').split(' ')[0]) / 1e6);
  }
  return m;
}
