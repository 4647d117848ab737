import {
  analysePair,
  builtInAnalyser,
  builtInFeatures,
  builtInProfile,
  decodeView,
  examinePictures,
  explainExamined,
  runInline,
  scorePair,
  viewOf,
  wireScore,
} from '@semblance/engine/page';
import type {
  CheckedPicture,
  ComparisonOptions,
  DetailTask,
  ExaminedPair,
  Failure,
  PicturePair,
  PictureView,
} from '@semblance/engine/page';
import { detailSide, extractFeatures, isFlat, judgeDifference, ruleFor } from '@semblance/engine/evidence';
import type { DifferenceEvidence, EmbeddingNetwork, Raster } from '@semblance/engine/evidence';
import type { ServiceType } from '@semblance/spec/limits';
import { blindNetwork } from './blind-network.ts';
import { createBrowserDecoder } from './browser-decoder.ts';
import type { BrowserDecoder } from './browser-decoder.ts';
import type { Examination } from './messages.ts';

/** Time limit, long enough for slow phones, as the page shows progress. */
const deadlineMs = 300_000;

/** An examination, or the engine's own failure; `leftUnread` names what only the page does not read. */
export type Examined =
  | { readonly ok: true; readonly value: Examination }
  | { readonly ok: false; readonly failure: Failure; readonly leftUnread: string | undefined };

/**
 * Compares two pictures with the engine's own steps: decode, analyse, score, judge differences.
 * @param network  `undefined` to examine points, colours and differences only, without a score.
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
  const options = {
    runJob: runInline(analyser),
    profile: builtInProfile,
    deadlineAtMs: performance.now() + deadlineMs,
    serviceType,
  };
  const examined = await (network === undefined ? seePair : examinePictures)(pair, options);
  if (!examined.ok) return { ...examined, leftUnread: decoder.leftUnread() };
  const { explanation, views } = explainExamined(examined.value);
  const shown = [
    await shownView(decoder, pair.primary, views[0]),
    await shownView(decoder, pair.secondary, views[1]),
  ] as const;
  const score = network === undefined ? undefined : wireScore(examined.value.scored.score);
  return { ok: true, value: { score, explanation, shown, isApproximate: decoder.wasApproximate() } };
}

/** Like `examinePictures`, without a network and so without a score that decides whether differences matter. */
async function seePair(pair: PicturePair, options: ComparisonOptions): ReturnType<typeof examinePictures> {
  const analysed = await analysePair(pair, options);
  if (!analysed.ok) return analysed;
  const { primary, secondary, identicalPixels } = analysed.value;
  const scored = scorePair(primary, secondary, { identicalPixels, ownCalibration: undefined });
  const areFlat = [primary, secondary].every(({ views }) => views.every((view) => isFlat(builtInFeatures(view))));
  const difference =
    identicalPixels || areFlat ? undefined : await seenDifference({ pair, analysed: analysed.value, scored }, options);
  return {
    ok: true,
    value: {
      pair,
      analysed: analysed.value,
      scored: { ...scored, ...(difference === undefined ? {} : { difference }) },
    },
  };
}

/** Share of agreeing overlap that unrelated pictures reach by chance. */
const chanceAgreement = 0.3;

async function seenDifference(
  { pair, analysed, scored }: ExaminedPair,
  { runJob, serviceType }: ComparisonOptions,
): Promise<DifferenceEvidence | undefined> {
  const first = taskOf(pair.primary, viewOf(analysed.primary, scored.compared[0]));
  const second = taskOf(pair.secondary, viewOf(analysed.secondary, scored.compared[1]));
  const measured = await runJob({ kind: 'difference', first, second, options: { inverted: false } });
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
    raster: view.raster,
  };
}

/** The view at the size at which it was compared, or its small raster if decoding it again fails. */
async function shownView(decoder: BrowserDecoder, picture: CheckedPicture, view: PictureView): Promise<Raster> {
  const { frame, ground } = view;
  const options = { maxSidePx: detailSide(picture.header), frame, ...(ground === undefined ? {} : { ground }) };
  const decoded = await decodeView(decoder, picture, options);
  return decoded.ok ? decoded.value : view.raster;
}
