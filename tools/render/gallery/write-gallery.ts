import { progressBar } from '../../eval/progress-bar.ts';
import { encodeJpeg } from '../output/encode.ts';
import { writeContactSheet } from './contact-sheet.ts';
import { writeDerived } from './derived.ts';
import { fingerprint } from './fingerprint.ts';
import { writeExample } from './folder.ts';
import { renderFormatPicture, writeFormats } from './formats.ts';
import { writePairs } from './pairs.ts';
import { shots } from './plan.ts';
import { renderAll } from './render-pool.ts';
import { writeWrong } from './wrong.ts';

/** Renders the shots whose name contains `only` (all when it is empty), with so many rays per pixel. */
export async function renderShots(only: string, samples: number): Promise<void> {
  const jobs = shots.filter(({ name }) => name.includes(only));
  const progress = progressBar();
  await renderAll({
    jobs,
    samples,
    onPicture: async (shot, picture) => writeExample(`${shot.name}.jpg`, await encodeJpeg(picture)),
    onProgress: (done) => progress(done, jobs.length, 'rendering'),
  });
}

/** Writes everything that is made from the rendered pictures, and the fingerprint of the renderer. */
export async function writeRest(): Promise<void> {
  const picture = renderFormatPicture();
  const formats = await writeFormats(picture);
  const edited = await writeDerived();
  await writeWrong(picture);
  await writePairs(edited, formats);
  await writeContactSheet();
  await writeExample('render/gallery/fingerprint.json', `${JSON.stringify(fingerprint(), undefined, 2)}\n`);
}
