import type { CapacityFile } from './capacity-file.ts';
import type { PlotWords } from './plot.ts';
import type { Row } from './report.ts';

/** Figures that sentences of the page name. */
export interface PageFigures {
  /** Pairs a second that a core does, of the reference kind. */
  readonly perCore: string;
  readonly knownTimes: string;
  readonly mainMs: string;
  readonly mostPairs: string;
  readonly fittedError: string;
  readonly checkedError: string;
  readonly plannedLoad: string;
  readonly cores: number;
}

/** Everything the page says. */
export interface PageWords {
  readonly title: string;
  readonly description: string;
  readonly plot: PlotWords;
  readonly plotAlt: string;
  readonly plotFile: string;
  readonly intro: (file: CapacityFile, figures: PageFigures) => string;
  readonly costHeading: string;
  readonly costHead: Row;
  readonly costText: (figures: PageFigures) => string;
  readonly settingHeading: string;
  readonly settingText: (figures: PageFigures) => string;
  readonly settingHead: Row;
  readonly settingAfter: string;
  readonly loadHeading: string;
  readonly loadText: (figures: PageFigures) => string;
  readonly loadHead: Row;
  readonly machineHeading: string;
  readonly machineText: (figures: PageFigures) => string;
  readonly machineHead: Row;
  readonly ownHeading: string;
  readonly ownText: string;
  readonly modelHeading: string;
  readonly modelText: string;
  /** Names of kinds that are not said the same in every language. */
  readonly kinds: Readonly<Record<string, string>>;
}
