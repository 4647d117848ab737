import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import hero from '../src/generated/hero-points.json' with { type: 'json' };
import samples from '../src/generated/sample-scores.json' with { type: 'json' };

/*
 * Draws the picture that other sites show with a link to this one: the pair of the landing page, its points and its score.
 * Needs a Chromium: npm run og-image --workspace apps/docs
 */
const examples = path.join(import.meta.dirname, '../../../examples');
const target = path.join(import.meta.dirname, '../public/og.jpg');
const score = samples.pairs.find(([first, second]) => first === hero.pictures[0] && second === hero.pictures[1])?.[3];
const box = { width: 430, height: 322, secondLeft: 330, secondTop: 268 };

async function dataUrl(name: string): Promise<string> {
  return `data:image/jpeg;base64,${(await readFile(path.join(examples, name))).toString('base64')}`;
}

const [first = '', second = ''] = await Promise.all(hero.pictures.map((name) => dataUrl(name)));
const lines = hero.points.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => {
  const from = `${x1 * box.width} ${y1 * box.height}`;
  const to = `${box.secondLeft + x2 * box.width} ${box.secondTop + y2 * box.height}`;
  return `<path d="M${from}L${to}"/>`;
});
const page = `<!doctype html><style>
body{margin:0;width:1200px;height:630px;background:#0e1719;color:#f4fafa;font-family:Inter,"DejaVu Sans",sans-serif;position:relative;overflow:hidden}
main{position:absolute;left:64px;top:84px;width:390px}h1{font-size:58px;line-height:1.08;margin:0;letter-spacing:-.03em}p{font-size:25px;line-height:1.45;color:#b9c7ca}
b{position:absolute;left:912px;top:88px;font-size:104px;letter-spacing:-.04em}
div{position:absolute;left:470px;top:20px;width:760px;height:590px}img{position:absolute;width:${box.width}px;height:${box.height}px;object-fit:cover;border-radius:22px}
img+img{left:${box.secondLeft}px;top:${box.secondTop}px}svg{position:absolute;inset:0}path{stroke:#7fe3d2;stroke-width:1.4;opacity:.8}
</style><main><h1>How alike are two pictures?</h1><p>Semblance: CompareSimilarByImage as an open system</p></main>
<div style="transform:scale(.92);transform-origin:0 0"><img src="${first}"><img src="${second}"><svg width="760" height="590">${lines.join('')}</svg></div><b>${Number(score).toFixed(2)}</b>`;

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) throw new Error('No Chromium found: install one, or name it in CHROMIUM_PATH.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const view = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  await view.setContent(page);
  await sharp(await view.screenshot())
    .jpeg({ quality: 82, mozjpeg: true })
    .toFile(target);
} finally {
  await browser.close();
}
