import type { APIRoute } from 'astro';
import { scoredPairs } from '../../score/sample-scores.ts';

/** The example pictures' labelled pairs with the engine's scores, for the tool on the page about scores. */
export const GET: APIRoute = () => {
  const rows = scoredPairs.map(({ first, second, label, score }) => [first, second, label, score].join(','));
  return new Response(`first,second,label,score\n${rows.join('\n')}\n`, {
    headers: { 'content-type': 'text/csv;charset=utf-8' },
  });
};
