import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { exitCodes } from '@semblance/wire/exit-codes';
import { bulkExitCode } from '@semblance/wire/rows';
import type { PairCounts, Row, RowResult } from '@semblance/wire/rows';
import { systemErrorText } from '@semblance/wire/system-error';
import type { ServiceType } from '@semblance/spec/limits';
import { monotonicMs } from '../clock.ts';
import { openFeatureCache } from '../compare/feature-cache.ts';
import { bulkProfile } from './bulk/bulk-profile.ts';
import type { BulkProfile } from './bulk/bulk-profile.ts';
import { pairsOfNearest, sourceOf } from './bulk/candidates.ts';
import { compareRows } from './bulk/compare-rows.ts';
import type { FinishedRow, PairSource } from './bulk/compare-rows.ts';
import { comparerOf, openLocalWorkers } from './bulk/local-comparer.ts';
import type { LocalWorkers } from './bulk/local-comparer.ts';
import { openIndexSearch } from './bulk/nearest-index.ts';
import { nearestOfAll, nearestTo } from './bulk/nearest.ts';
import { listFolder } from './bulk/picture-folder.ts';
import { pictureVectors } from './bulk/picture-vectors.ts';
import type { PictureVectors } from './bulk/picture-vectors.ts';
import { asCommand } from './compare-pairs.ts';
import type { BulkFlags } from './compare-pairs.ts';
import { readServiceType } from './compare-files.ts';
import { pairProgress } from './pair-progress.ts';
import { CommandError } from './report-failure.ts';

/** Options of `semblance compare` for a folder. */
export interface FolderFlags extends BulkFlags {
  /** Nearest pictures of each that are compared. */
  readonly candidates?: number;
  /** Where features are kept; beside the results, and only while it runs, without it. */
  readonly features?: string;
}

/** From so many pictures on an index is quicker than looking at every pair. */
const indexFrom = 5000;
const defaultCandidates = 50;
const shownProblems = 5;

/** What a folder is compared with: itself, or one picture. */
export type FolderTask = { readonly folder: string; readonly picture?: string };

/** Finds what is alike in a folder: features of every file once, then only what may be alike is compared. */
export function compareFolder(task: FolderTask, flags: FolderFlags): Promise<void> {
  return asCommand(() => findAlike(task, flags));
}

async function findAlike(task: FolderTask, flags: FolderFlags): Promise<void> {
  const out = flags.out ?? `${path.basename(path.resolve(task.picture ?? task.folder))}.results.jsonl`;
  const folder = path.resolve(task.folder);
  const files = await listFolder(folder).catch((cause: unknown) => {
    throw new CommandError(`${task.folder} cannot be read as a folder: ${systemErrorText(cause)}.`, exitCodes.usage);
  });
  const serviceType = readServiceType(flags.serviceType);
  const profile = await bulkProfile(flags.model);
  const directory = flags.features ?? `${out}.features`;
  const featureCache = {
    mode: 'required',
    directory,
    maxEntries: 2 * files.length + 1000,
    version: profile.model,
  } as const;
  const workers = openLocalWorkers({ profile, workers: flags.workers ?? availableParallelism(), featureCache });
  try {
    const asked = task.picture === undefined ? undefined : path.resolve(task.picture);
    const others = files.map((file) => path.join(folder, file)).filter((file) => file !== asked);
    const given = asked === undefined ? others : [asked, ...others];
    const run = { folder, profile, serviceType, workers, featureCache, flags };
    const featured = await timed(() => vectorsOf(given, run));
    const { vectors, unusable } = featured.value;
    const complaint = asked === undefined ? undefined : unusable.get(asked);
    if (complaint !== undefined) throw new CommandError(complaint, exitCodes.usage);
    const searched = await timed(async () =>
      asked === undefined ? pairsOfAll(vectors, flags) : pairsOfOne(vectors, flags),
    );
    const compared = await timed(() => compareCandidates(sourceOf(searched.value, folder), out, run));
    const seconds = { features: featured.seconds, search: searched.seconds, comparisons: compared.seconds };
    if (flags.features === undefined) await rm(directory, { recursive: true, force: true });
    report({ pictures: vectors.files.length, unusable: unusable.size, ...compared.value, seconds }, out, flags);
  } finally {
    await workers.close();
  }
}

interface FolderRun {
  readonly folder: string;
  readonly profile: BulkProfile;
  readonly serviceType: ServiceType;
  readonly workers: LocalWorkers;
  readonly featureCache: { readonly directory: string; readonly maxEntries: number; readonly version: string };
  readonly flags: FolderFlags;
}

async function vectorsOf(
  files: readonly string[],
  { profile, serviceType, workers, featureCache }: FolderRun,
): Promise<{ readonly vectors: PictureVectors; readonly unusable: ReadonlyMap<string, string> }> {
  const unusable = new Map<string, string>();
  const progress = pairProgress(files.length, 'pictures');
  try {
    const cache = openFeatureCache({ ...featureCache, onDamage: () => undefined });
    const vectors = await pictureVectors(files, {
      workers,
      serviceType,
      cache,
      profile: profile.task.profile,
      onDone: progress.done,
      onProblem: (file, { errorMessage }) => unusable.set(file, errorMessage),
    });
    return { vectors, unusable };
  } finally {
    progress.stop();
    for (const problem of [...unusable.values()].slice(0, shownProblems)) process.stderr.write(`${problem}\n`);
    if (unusable.size > shownProblems) process.stderr.write(`… and ${unusable.size - shownProblems} more files.\n`);
  }
}

async function pairsOfAll(
  vectors: PictureVectors,
  { candidates = defaultCandidates }: FolderFlags,
): Promise<FilesOfPairs> {
  const search = vectors.files.length < indexFrom ? nearestOfAll : ((await openIndexSearch()) ?? nearestOfAll);
  const nearest = await search(vectors, candidates);
  return pairsOfNearest(nearest).map(([a, b]) => [vectors.files[a] ?? '', vectors.files[b] ?? '']);
}

type FilesOfPairs = readonly (readonly [string, string])[];

function pairsOfOne(vectors: PictureVectors, { candidates = defaultCandidates }: FolderFlags): FilesOfPairs {
  const [asked = ''] = vectors.files;
  return nearestTo(vectors, 0, candidates).map(({ row }) => [asked, vectors.files[row] ?? '']);
}

async function compareCandidates(
  source: PairSource,
  out: string,
  { folder, profile, serviceType, workers, flags }: FolderRun,
): Promise<PairCounts> {
  const progress = pairProgress(source.count);
  const comparer = comparerOf(workers, profile, serviceType);
  const arrange = (rows: readonly FinishedRow[]): readonly FinishedRow[] => bestFirst(rows, folder, flags.minScore);
  try {
    return await compareRows({ source, out, comparer, minScore: flags.minScore, onDone: progress.done, arrange });
  } finally {
    progress.stop();
  }
}

/** The most alike first; pairs below the minimum are left out, failed ones come last. */
function bestFirst(rows: readonly FinishedRow[], folder: string, minScore = 0): readonly FinishedRow[] {
  const scoreIn = ([, { score }]: FinishedRow): number => score ?? -1;
  const kept = rows.filter(([, { score }]) => score === undefined || score >= minScore);
  const named = kept.map(([row, result]): readonly [Row, RowResult] => [shortNames(row, folder), result]);
  return named.toSorted((a, b) => scoreIn(b) - scoreIn(a));
}

function shortNames(row: Row, folder: string): Row {
  const short = (file: string): string => (file.startsWith(folder + path.sep) ? path.relative(folder, file) : file);
  return Object.fromEntries(Object.entries(row).map(([name, file]) => [name, short(file)]));
}

interface FolderCounts extends PairCounts {
  readonly pictures: number;
  readonly unusable: number;
  /** What each step took. */
  readonly seconds: Readonly<Record<'features' | 'search' | 'comparisons', number>>;
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ readonly value: Value; readonly seconds: number }> {
  const startedAtMs = monotonicMs();
  const value = await work();
  return { value, seconds: Math.round((monotonicMs() - startedAtMs) / 10) / 100 };
}

function report(counts: FolderCounts, out: string, { json, minScore }: FolderFlags): void {
  const { pictures, unusable, pairs, compared, reused, failed, belowMinimum = 0 } = counts;
  const limit = minScore === undefined ? '' : `, ${pairs - failed - belowMinimum} of them at ${minScore} or above`;
  const text = `${pictures} pictures, ${unusable} other files; ${pairs} pairs compared${limit}. Results, most alike first: ${out}`;
  process.stdout.write(`${json === true ? JSON.stringify({ ...counts, out }) : text}\n`);
  process.exitCode = bulkExitCode({ pairs, compared, reused, failed });
}
