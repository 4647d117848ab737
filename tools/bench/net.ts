import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ensureModel } from '/work/wt/served/packages/engine/src/model/ensure-model.ts';
import { defaultModelDirectory } from '/work/wt/served/packages/engine/src/model/package-folder.ts';
import { InferenceSession, Tensor } from '/work/wt/served/packages/engine/src/model/onnx-runtime.ts';
import { sessionOptions } from '/work/wt/served/packages/engine/src/model/open-network.ts';
const model = await ensureModel(defaultModelDirectory());
console.log('bytes', model.length);
const s = await InferenceSession.create(model, sessionOptions(1));
console.log(s.inputMetadata, s.outputMetadata);
const one = new Float32Array(3*224*224).map(() => Math.random());
const cpu = async (f: () => Promise<unknown>, n: number) => { const b = process.cpuUsage(); const t=performance.now(); for (let i=0;i<n;i++) await f(); const c = process.cpuUsage(b); return [(c.user+c.system)/1000/n, (performance.now()-t)/n]; };
for (let r=0;r<4;r++) console.log('one', await cpu(() => s.run({ pixels: new Tensor('float32', one, [1,3,224,224]) }), 30));
try { const two = new Float32Array(2*one.length); two.set(one); two.set(one, one.length);
for (let r=0;r<4;r++) console.log('two', await cpu(() => s.run({ pixels: new Tensor('float32', two, [2,3,224,224]) }), 30)); } catch (e) { console.log(String(e).slice(0,300)); }
