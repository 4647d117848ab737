import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { finishSet, picturesFor, preparedSet } from '../pictures/picture-set.ts';
import type { PictureEntry, PictureSet, Progress, Split } from '../pictures/picture-set.ts';
import { draw, hashText, seeded } from '../pictures/seeded.ts';
import { moved } from './articles.ts';
import { families } from './families.ts';
import type { Family, Stage } from './family.ts';
import { loadFoundFamilies } from './found-pictures.ts';
import type { FoundFamily } from './found-pictures.ts';
import { lookAlikeCopies } from './scans.ts';
import type { LookAlikeCopy } from './scans.ts';
import { useTypefaces } from './typefaces.ts';

/** Changes whenever these pictures would: an older cache is not used. */
const setVersion = 'pictures-look-alikes-3';
const designsEach = 6;
const contentsEach = 4;
/** Contents of a design that are copied, and copies of each. */
const copiedEach = 2;
const copiesEach = 3;

interface Writer {
  readonly folder: string;
  readonly entries: PictureEntry[];
}

type Look = Pick<PictureEntry, 'kind' | 'split'> & { readonly scene: string };

function write({ folder, entries }: Writer, bytes: Buffer, entry: Omit<PictureEntry, 'file' | 'role'>): void {
  const file = `${String(entries.length).padStart(5, '0')}.img`;
  writeFileSync(path.join(folder, file), bytes);
  entries.push({ file, role: 'look-alike', ...entry });
}

const copyNames = Object.keys(lookAlikeCopies) as LookAlikeCopy[];

/** One picture, and with `copies` as many copies of it, of kinds that its name decides. */
async function writePicture(
  writer: Writer,
  bytes: Buffer,
  options: { readonly look: Look; readonly content: number; readonly copies: number },
): Promise<void> {
  const { look, content, copies } = options;
  const object = `${look.scene}/${content}`;
  write(writer, bytes, { ...look, object, variant: 'original' });
  const order = copyNames.toSorted((a, b) => hashText(object + a) - hashText(object + b));
  for (const variant of order.slice(0, copies)) {
    const copy = await lookAlikeCopies[variant](bytes, seeded(hashText(object + variant)));
    write(writer, copy, { ...look, object, variant });
  }
}

async function writeFamily(writer: Writer, family: Family, { stage, takeShown }: Photographs): Promise<void> {
  for (let design = 0; design < designsEach; design += 1) {
    const scene = `${family.name}/${design}`;
    const look: Look = { kind: family.name, split: family.split, scene };
    const drawContent = family.design(seeded(hashText(scene)), stage);
    const shown = new Set<string>();
    for (let content = 0; content < contentsEach; content += 1) {
      const random = seeded(hashText(`${scene}/${content}`));
      const drawn = await drawContent(random);
      // The same photograph in one frame twice would be no other content.
      const name = takeShown() ?? '';
      if (name !== '' && shown.has(name)) continue;
      shown.add(name);
      const bytes = family.finish === undefined ? drawn : await family.finish(drawn, random);
      const copies = content < copiedEach ? copiesEach : 0;
      await writePicture(writer, bytes, { look, content, copies });
      if (family.difference !== 'other content' && copies > 0)
        write(writer, await moved(bytes, random), { ...look, object: `${scene}/${content}`, variant: 'moved' });
    }
  }
}

async function writeFound(writer: Writer, { name, split, groups }: FoundFamily): Promise<void> {
  for (const [group, pictures] of groups) {
    const look: Look = { kind: name, split, scene: `${name}/${group}` };
    for (const [content, bytes] of pictures.entries())
      await writePicture(writer, bytes, { look, content, copies: content < copiedEach ? copiesEach : 0 });
  }
}

/** A stage that tells which photograph it gave out last, once. */
interface Photographs {
  readonly stage: Stage;
  readonly takeShown: () => string | undefined;
}

/** Photographs inside cards and frames come from the part of the photographs that has the same purpose. */
function stageOf(photographs: PictureSet, split: Split): Photographs {
  let last: string | undefined;
  const scenes = picturesFor(photographs, split === 'test' ? 'test' : 'fit').filter(
    ({ variant, kind, object }) => variant === 'original' && kind === 'scene' && !object.startsWith('opencv-doc/'),
  );
  const photograph: Stage['photograph'] = async (random) => {
    const { file, object } = draw(scenes, random);
    last = object;
    return readFileSync(path.join(photographs.folder, file));
  };
  const takeShown = (): string | undefined => {
    const taken = last;
    last = undefined;
    return taken;
  };
  return { stage: { photograph }, takeShown };
}

/**
 * Prepares the look-alikes, or finds them prepared: drawn families and found ones, each with copies.
 * @param photographs  the main set, ready: pictures within frames are drawn from it.
 * @param cache        folder that keeps packages and pictures between runs.
 */
export async function prepareLookAlikes(
  photographs: PictureSet,
  cache: string,
  progress: Progress,
): Promise<PictureSet> {
  const folder = path.join(cache, setVersion);
  const prepared = preparedSet(folder);
  if (prepared !== undefined) return prepared;
  mkdirSync(folder, { recursive: true });
  useTypefaces(cache);
  const stages = { development: stageOf(photographs, 'development'), test: stageOf(photographs, 'test') };
  const found = await loadFoundFamilies(cache);
  const total = families.length + found.length;
  const writer: Writer = { folder, entries: [] };
  for (const [done, family] of families.entries()) {
    progress(done, total, 'look-alikes');
    await writeFamily(writer, family, stages[family.split]);
  }
  for (const [done, family] of found.entries()) {
    progress(families.length + done, total, 'look-alikes');
    await writeFound(writer, family);
  }
  finishSet(writer);
  return { folder, entries: writer.entries };
}
