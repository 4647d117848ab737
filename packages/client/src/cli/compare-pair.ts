import { isApiError } from '@semblance/client';
import type { Client, Comparison } from '@semblance/client';
import { file } from '@semblance/client/node';
import type { CompareCommandOptions } from './command-options.ts';
import { exitCodes } from './exit-code.ts';
import type { Output } from './output.ts';
import { scoreLine } from './score-line.ts';

/** The comparison to run. */
export interface PairCommand {
  readonly paths: readonly [primary: string, secondary: string];
  readonly options: Pick<CompareCommandOptions, 'json' | 'minScore'>;
}

/** Compares two files and shows the score. @returns the exit code. @throws what the client throws. */
export async function comparePair(client: Client, { paths, options }: PairCommand, output: Output): Promise<number> {
  const startedMs = performance.now();
  const comparison = await client.compare(file(paths[0]), file(paths[1]));
  const durationMs = Math.round(performance.now() - startedMs);
  if (options.json === true) output.out(JSON.stringify(jsonResult(paths, comparison, durationMs)));
  else show(comparison, durationMs, output);
  return options.minScore !== undefined && comparison.score < options.minScore ? exitCodes.belowMinimum : exitCodes.ok;
}

function jsonResult([primary, secondary]: PairCommand['paths'], comparison: Comparison, durationMs: number): unknown {
  const { score, requestId, transfer, attempts, adjustments } = comparison;
  return { primary, secondary, score, requestId, durationMs, transfer, attempts, adjustments };
}

function show(comparison: Comparison, durationMs: number, { out, withColour }: Output): void {
  const { score, requestId, transfer, attempts, adjustments } = comparison;
  out(scoreLine(score, withColour));
  const tries = attempts === 1 ? '' : `, ${attempts} attempts`;
  out(`${durationMs} ms, sent ${transfer === 'inline' ? 'in the request' : 'by upload'}${tries}, request ${requestId}`);
  for (const name of ['primary', 'secondary'] as const)
    if (adjustments[name].length > 0) out(`${name} picture: ${adjustments[name].join('; ')}`);
}

/** Shows an error with its advice and the page that explains it. */
export function showError(error: unknown, output: Output, asJson: boolean): void {
  const message = error instanceof Error ? error.message : String(error);
  const {
    code,
    picture,
    file: path,
    detail,
  } = (error ?? {}) as Partial<Record<'code' | 'picture' | 'file' | 'detail', unknown>>;
  if (asJson) output.out(JSON.stringify({ error: { code, message, picture, file: path, detail } }));
  output.error(`semblance: ${message}`);
  if (isApiError(error) && error.docsUrl !== undefined)
    output.error(`What ${error.code} means and what to do: ${error.docsUrl}`);
}
