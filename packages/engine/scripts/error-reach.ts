import { errorCatalog } from '@semblance/spec/error-catalog';
import type { ErrorEntry } from '@semblance/spec/error-catalog';
import type { ErrorCode } from '@semblance/spec/error-policy';
import { errorMap } from '../src/request/answer/error-map.ts';
import { reachOf } from '../src/request/answer/reach.ts';

/** The table of all codes: real, needs a setting, or simulated, with the engine's reasons for each. */
export function errorReach(banner: string): string {
  const lines = [
    `<!-- ${banner} -->`,
    '',
    '# Codes this engine answers',
    '',
    'Every real and optional code of the operation has a test that makes its cause happen through a socket (`test/service/`).',
    '',
  ];
  for (const family of ['operation', 'gateway'] as const) {
    lines.push(
      `## ${family === 'operation' ? 'The operation' : 'The gateway'}`,
      '',
      '| Code | Status | Reach | Reasons |',
      '| --- | --- | --- | --- |',
    );
    for (const entry of Object.values<ErrorEntry<ErrorCode>>(errorCatalog))
      if (entry.family === family) lines.push(row(entry));
    lines.push('');
  }
  return lines.join('\n');
}

function row({ code, httpStatus }: ErrorEntry<ErrorCode>): string {
  const reach = reachOf(code);
  const reasons = Object.entries(errorMap).filter(([, mapped]) => mapped === code);
  const words =
    reach.kind === 'optional' ? `needs \`${reach.setting}\`` : reach.kind === 'real' ? 'real' : 'simulated only';
  const causes =
    reasons.length === 0
      ? reach.kind === 'simulated'
        ? '–'
        : 'a check shared with clients'
      : reasons.map(([reason]) => reason).join(', ');
  return `| \`${code}\` | ${httpStatus} | ${words} | ${causes} |`;
}
