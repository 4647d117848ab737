import { escapeMarkup } from '@semblance/wire';
import type { FailedRequest } from './recent-failures.ts';

/** Content of the page, also served as JSON under /status. */
export interface AdminStatus {
  readonly ready: boolean;
  readonly reason: string;
  readonly startedAt: string;
  /** When this was so. */
  readonly asOf: string;
  readonly node: string;
  readonly calibration: string;
  readonly workers: { readonly up: number; readonly busy: number; readonly starting: number };
  readonly queue: number;
  readonly comparisonsPerSecond: number;
  readonly uploadBytes: number;
  /** Whether the shared store is reachable; `undefined` without one. */
  readonly sharedStore: boolean | undefined;
  readonly failures: readonly FailedRequest[];
  /** The configuration without secrets. */
  readonly config: unknown;
}

const style = `
html { color-scheme: light dark; background: Canvas; color: CanvasText; --good: #2a7d46; --bad: #c0392b }
@media (prefers-color-scheme: dark) { html { --good: #57c17b; --bad: #ff8a7a } a { color: #8ab4f8 } a:visited { color: #c58af9 } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .25rem .75rem .25rem 0; vertical-align: top }
tr { border-bottom: 1px solid #8884 } pre { overflow: auto; background: #8881; padding: 1rem } .good { color: var(--good) } .bad { color: var(--bad) }
.wide { overflow-x: auto }`;

/** The page of the admin port: HTML without external resources. */
export function adminPage(status: AdminStatus): string {
  const { ready, reason, workers, sharedStore, failures, config } = status;
  const facts: readonly (readonly [string, string])[] = [
    ['State', reason],
    ['As of', `${status.asOf}; reload the page for now`],
    ['Started', status.startedAt],
    ['Workers', `${workers.up} up, ${workers.busy} busy, ${workers.starting} starting`],
    ['Comparisons waiting', String(status.queue)],
    ['Capacity', `${status.comparisonsPerSecond.toFixed(1)} comparisons a second, as measured`],
    ['Uploads held', `${(status.uploadBytes / 1e6).toFixed(1)} MB`],
    ...(sharedStore === undefined ? [] : [['Shared store', sharedStore ? 'connected' : 'away'] as const]),
    ['Runs on', `Node ${status.node}, calibration ${status.calibration}`],
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Semblance engine</title><style>${style}</style></head>
<body><main><h1>Semblance engine <span class="${ready ? 'good' : 'bad'}">${ready ? 'ready' : 'not ready'}</span></h1>
<table>${facts.map(([name, value]) => `<tr><th scope="row">${escapeMarkup(name)}</th><td>${escapeMarkup(value)}</td></tr>`).join('')}</table>
<h2 id="failures">Recent failures</h2>
${failures.length === 0 ? '<p>None since the start.</p>' : failureTable(failures)}
<h2>Configuration</h2><p>As it is in force, without secrets.</p>
<pre tabindex="0">${escapeMarkup(JSON.stringify(config, undefined, 2))}</pre>
<p><a href="metrics">metrics</a> · <a href="status">the same as JSON</a> · <a href="livez">livez</a> · <a href="readyz">readyz</a></p></main></body></html>
`;
}

function failureTable(failures: readonly FailedRequest[]): string {
  const names = ['Time', 'Code', 'Why', 'Caller', 'Instance', 'Request'];
  const rows = failures.map(({ time, code, status, reason, detail, cause, principal, peer, instance, requestId }) => {
    const why = [reason, detail, cause].filter((text) => text !== undefined).join(' · ');
    const caller = [principal, peer].filter((text) => text !== undefined).join(' ');
    return [time, `${code} (${status})`, why, caller, instance ?? '', requestId];
  });
  const line = (tag: 'td' | 'th scope="col"', cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag.slice(0, 2)}>`).join('')}</tr>`;
  const table = `<table>${line('th scope="col"', names)}${rows.map((cells) => line('td', cells)).join('')}</table>`;
  return `<div class="wide" role="region" aria-labelledby="failures" tabindex="0">${table}</div>`;
}
