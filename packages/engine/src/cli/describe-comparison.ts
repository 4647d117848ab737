import path from 'node:path';
import type { ServiceType } from '@semblance/spec/limits';
import { scoreBar } from '@semblance/wire/score-bar';
import type { CheckedPicture, PicturePair } from '../compare/analyser.ts';
import { decisiveWords, meaningWords } from '../score/explain/difference-words.ts';
import type { ScoredPair } from '../compare/score-pair.ts';
import { defaultCalibration } from '../score/default-calibration.ts';
import type { Note } from '../score/notes.ts';
import { chanceWords } from './chance-words.ts';
import type { ReportLanguage } from './report-language.ts';

/** A finished comparison of two files. */
export interface ComparedFiles {
  readonly files: readonly [string, string];
  readonly pair: PicturePair;
  readonly comparison: ScoredPair;
  readonly seconds: number;
  readonly language: ReportLanguage;
  readonly serviceType: ServiceType;
}

const barCells = 40;

/** Output of `semblance compare`: the pictures, the score as a bar and a number, what it means. */
export function describeComparison(compared: ComparedFiles): string {
  const { files, pair, comparison, seconds, language } = compared;
  const names = files.map((file) => path.basename(file));
  const width = Math.max(...names.map(({ length }) => length));
  const lines = [
    '',
    pictureLine((names[0] ?? '').padEnd(width), pair.primary, language),
    pictureLine((names[1] ?? '').padEnd(width), pair.secondary, language),
    '',
    `  ${scoreBar(comparison.score, { cells: barCells })}  ${comparison.score.toFixed(4)}  ${meaningWords(comparison)[language]}`,
    ...chanceLines(compared),
    '',
    ...comparison.notes.map((note) => noteLine(note, names[note.picture === 'first' ? 0 : 1] ?? '', language)),
    `  ${seconds.toFixed(2)} s`,
    '',
  ];
  return `${lines.join('\n')}\n`;
}

/** The measured reliability; empty for equal pixels, custom models, or too few measurements. */
function chanceLines({ comparison, serviceType, language }: ComparedFiles): string[] {
  if (comparison.calibration !== defaultCalibration.version) return [];
  const words = chanceWords(comparison.verdict, serviceType, decisiveWords(comparison) === undefined);
  return words === undefined ? [] : [`  ${words[language]}`];
}

/** A note on its own line, after the picture's name. */
export function noteLine({ words }: Note, name: string, language: ReportLanguage): string {
  return language === 'zh' ? `  注意：${name} ${words.zh}。` : `  Note: ${name} ${words.en}.`;
}

function pictureLine(name: string, { bytes, header }: CheckedPicture, language: ReportLanguage): string {
  const count = header.frameCount;
  const frames = count === 1 ? '' : language === 'zh' ? `，${count} 帧` : `, ${count} frames`;
  return `  ${name}  ${header.format.toUpperCase().padEnd(4)}  ${header.width} × ${header.height}  ${byteText(bytes.length)}${frames}`;
}

function byteText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
