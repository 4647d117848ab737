import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { checkPicture } from '@semblance/picture';
import { decodePicture } from '/work/wt/served/packages/engine/src/ingest/decode.ts';
import { openExtractor } from '/work/wt/served/packages/engine/src/model/open-extractor.ts';
import { compareWithPoints } from '/work/wt/served/packages/engine/src/score/compare-features.ts';
import { haveReversedTones } from '/work/wt/served/packages/engine/src/score/difference/reversed-tones.ts';
const hash = (v: unknown): string => { const h = createHash('sha256'); const walk = (x: any): void => { if (ArrayBuffer.isView(x)) h.update(new Uint8Array(x.buffer, x.byteOffset, x.byteLength)); else if (typeof x === 'object' && x !== null) for (const [k, y] of Object.entries(x)) { h.update(k); walk(y); } else h.update(String(x)); }; walk(v); return h.digest('hex').slice(0, 16); };
const files = globSync(['examples/**/*.{jpg,png,webp,gif,bmp}', 'packages/engine/models/pictures/*.{jpg,png}'], { cwd: '/work/wt/served' }).sort();
const ex = await openExtractor();
const sets: any[] = []; const rasters: any[] = []; const lines: string[] = [];
for (const f of files) {
  const bytes = await readFile(`/work/wt/served/${f}`); const c = checkPicture(bytes, { which: 'primary' }); if (!c.ok) continue;
  const r = await decodePicture(bytes, c.header); if (!r.ok) continue;
  const s = await ex.extract(r.value); sets.push(s); rasters.push(r.value); lines.push(`${f} ${hash(s)}`);
}
for (let i = 0; i < sets.length; i++) for (let j = i + 1; j < sets.length && j < i + 14; j++) {
  const { comparison, points } = compareWithPoints(sets[i], sets[j], { identicalPixels: false });
  lines.push(`${i} ${j} ${comparison.score} ${hash(comparison)} ${hash(points)} ${haveReversedTones(rasters[i], rasters[j])}`);
}
await writeFile(process.argv[2]!, lines.join('\n'));
console.log(sets.length, 'pictures', lines.length - sets.length, 'pairs');
process.exit(0);
