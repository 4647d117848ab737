import {
  analysePair,
  builtInAnalyser,
  builtInFeatures,
  builtInProfile,
  compareViews,
  decodeView,
  judgePair,
  runInline,
  scorePair,
  wireScore,
} from '@semblance/engine/page';
import type { CheckedPicture, DetailTask, Failure, PicturePair, PictureView, ScoredPair } from '@semblance/engine/page';
import { detailSide, explainPair, extractFeatures, judgeDifference, ruleFor } from '@semblance/engine/evidence';
import type { DifferenceEvidence, EmbeddingNetwork, Raster } from '@semblance/engine/evidence';
import type { ServiceType } from '@semblance/spec/limits';
import { blindNetwork } from './blind-network.ts';
import { createBrowserDecoder } from './browser-decoder.ts';
import type { BrowserDecoder } from './browser-decoder.ts';
import type { Examination } from './messages.ts';

/** Long enough for the slowest phone: whoever waits can see that it works. */
const deadlineMs = 300_000;

/** An examination, or the engine's own failure. */
export type Examined =
  | { readonly ok: true; readonly value: Examination }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Compares two pictures by the engine's own steps: decode, analyse, score, judge what differs.
 * @param network  `undefined` to look at points, colours and differences only; there is no score then.
 */
export async function examinePair(
  pair: PicturePair,
  serviceType: ServiceType,
  network: EmbeddingNetwork | undefined,
): Promise<Examined> {
  const decoder = createBrowserDecoder();
  const analyser = builtInAnalyser(decoder, {
    extract: (raster) => extractFeatures(raster, network ?? blindNetwork),
    release: async () => {},
  });
  const run = {
    runJob: runInline(analyser),
    profile: builtInProfile,
    deadlineAtMs: performance.now() + deadlineMs,
  };
  const analysed = await analysePair(pair, run);
  if (!analysed.ok) return analysed;
  const { primary, secondary, identicalPixels } = analysed.value;
  const options = { identicalPixels, ownCalibration: undefined };
  const { views } = compareViews(primary, secondary, options);
  const scored = scorePair(primary, secondary, options);
  if (network === undefined) {
    const difference = identicalPixels ? undefined : await seenDifference(analyser, { pair, views, serviceType });
    const judged = { ...scored, ...(difference === undefined ? {} : { difference }) };
    return { ok: true, value: await explained({ pair, views, identicalPixels, judged, score: undefined, decoder }) };
  }
  const judged = await judgePair({ pair, analysed: analysed.value, scored }, run, serviceType);
  if (!judged.ok) return judged;
  const score = wireScore(judged.value.score);
  return { ok: true, value: await explained({ pair, views, identicalPixels, judged: judged.value, score, decoder }) };
}

interface Looked {
  readonly pair: PicturePair;
  readonly views: readonly [PictureView, PictureView];
  readonly serviceType: ServiceType;
}

/** Less agreement than this, of what lies over each other, is what any two pictures have. */
const chanceAgreement = 0.3;

/** What differs where no score says whether that is worth asking. */
async function seenDifference(
  analyser: ReturnType<typeof builtInAnalyser>,
  { pair, views, serviceType }: Looked,
): Promise<DifferenceEvidence | undefined> {
  const [first, second] = [taskOf(pair.primary, views[0]), taskOf(pair.secondary, views[1])];
  const measured = await analyser.measureDifference(first, second, { inverted: false });
  if (!measured.ok || measured.value === undefined || measured.value.numbers.agreeing < chanceAgreement)
    return undefined;
  return judgeDifference(measured.value, ruleFor(serviceType));
}

function taskOf({ bytes, header }: CheckedPicture, view: PictureView): DetailTask {
  const { frame, ground } = view;
  return {
    bytes,
    header,
    view: { frame, ...(ground === undefined ? {} : { ground }) },
    features: builtInFeatures(view),
  };
}

interface Told {
  readonly pair: PicturePair;
  readonly views: readonly [PictureView, PictureView];
  readonly identicalPixels: boolean;
  readonly judged: ScoredPair;
  readonly score: number | undefined;
  readonly decoder: BrowserDecoder;
}

async function explained({ pair, views, identicalPixels, judged, score, decoder }: Told): Promise<Examination> {
  const { score: judgedScore, verdict, notes, difference } = judged;
  const explanation = explainPair(builtInFeatures(views[0]), builtInFeatures(views[1]), {
    identicalPixels,
    sizes: [sizeOf(pair.primary), sizeOf(pair.secondary)],
    judged: { score: judgedScore, verdict, notes, ...(difference === undefined ? {} : { difference }) },
  });
  const shown = [
    await shownView(decoder, pair.primary, views[0]),
    await shownView(decoder, pair.secondary, views[1]),
  ] as const;
  return { score, explanation, shown, isApproximate: decoder.wasApproximate() };
}

const sizeOf = ({ header }: CheckedPicture): readonly [number, number] => [header.width, header.height];

/** A view as large as it was laid over the other; its small raster where it cannot be had again. */
async function shownView(decoder: BrowserDecoder, picture: CheckedPicture, view: PictureView): Promise<Raster> {
  const { frame, ground } = view;
  const options = { maxSidePx: detailSide(picture.header), frame, ...(ground === undefined ? {} : { ground }) };
  const decoded = await decodeView(decoder, picture, options);
  return decoded.ok ? decoded.value : view.raster;
}
