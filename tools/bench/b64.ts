import { readFile } from 'node:fs/promises';
import { decodeFormBase64 } from '/work/wt/served/packages/engine/src/request/read/form-base64.ts';
import { decodeEscapedBase64 } from '@semblance/wire/base64';
const b = new Uint8Array(Buffer.from(new URLSearchParams({ a: (await readFile('/work/wt/served/examples/mug-daily-front.jpg')).toString('base64') }).toString().slice(2)));
const t = (name: string, f: () => unknown) => { for (let i = 0; i < 60; i++) f(); let best = 1e9; for (let r = 0; r < 12; r++) { const s = process.cpuUsage(); for (let i = 0; i < 20; i++) f(); const c = process.cpuUsage(s); best = Math.min(best, (c.user + c.system) / 20000); } console.log(name.padEnd(20), best.toFixed(3)); };
t('wasm', () => decodeFormBase64(b, { maxBytes: 4e6 })); t('js', () => decodeEscapedBase64(b, { maxBytes: 4e6 }));
