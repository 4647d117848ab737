/**
 * Files of picture pairs and of their results, for commands that compare many pairs: read row by row, written so that a killed run loses no
 * result.
 */
export { createDigests, digest, type Digests } from './rows/digest.ts';
export { readPairs, surveyPairs, type FaultyRow, type FilePair, type PairsSurvey } from './rows/pairs-file.ts';
export { openResults, type EarlierResults, type FinishedRows, type ResultsFile } from './rows/results-file.ts';
export { resultColumns, type Row, type RowResult, type ScoredResult } from './rows/row.ts';
export { RowsError } from './rows/rows-error.ts';
export { bulkExitCode, bulkSummary, countPairs, type PairCounts } from './rows/summary.ts';
