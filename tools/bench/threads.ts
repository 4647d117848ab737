import { pairAt, startServed, knownPictures } from '/work/wt/served/tools/bench/served-engine.ts';
import { byThread } from './bythread.ts';
const mode = process.argv[2] ?? 'fresh';
const engine = await startServed({ limits: { workers: 1 }, featureCache: { memoryBytes: 512 << 20 } });
const n = 80;
const known = knownPictures(30);
if (mode === 'known') for (const pair of known.shown) await engine.compare(pair);
for (let i = 0; i < 40; i += 1) await engine.compare(mode === 'known' ? known.pairs[i + 80]! : pairAt(i, mode !== 'again'));
const pids = [engine.mainPid, ...engine.workerPids];
const before = pids.map(byThread);
for (let i = 0; i < n; i += 1) await engine.compare(mode === 'known' ? known.pairs[i]! : pairAt(i, mode !== 'again'));
const after = pids.map(byThread);
for (const [i, name] of ['main', 'worker'].entries()) {
  let total = 0;
  const rows = [...after[i]!].map(([k, v]) => { const d = (v - (before[i]!.get(k) ?? 0)) / n; total += d; return `${k} ${d.toFixed(2)}`; });
  console.log(name, total.toFixed(2), rows.join('  '));
}
await engine.stop();
process.exit(0);
