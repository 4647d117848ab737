import type { Command } from 'commander';
import type { DoctorFlags } from '../examine-request.ts';

/** `semblance doctor FILE`. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .summary("say why a captured request's signature is refused")
    .description(
      'Reads a captured HTTP request (request line, headers, empty line, body) and says whether its signature matches and, if not, what differs. Nothing is sent anywhere.',
    )
    .argument('<file>', 'the captured request, or - for standard input')
    .option(
      '--now <time>',
      'check as if it were this moment, e.g. 2026-01-09T08:00:00Z (default: when the request says it was signed)',
    )
    .option('--json', 'print the whole diagnosis as JSON')
    .addHelpText(
      'after',
      `
The key the request should have been signed with comes from the environment, so that it shows in no process list:
  SEMBLANCE_ACCESS_KEY_ID, SEMBLANCE_ACCESS_KEY_SECRET, and for temporary keys SEMBLANCE_SECURITY_TOKEN

Example:
  $ SEMBLANCE_ACCESS_KEY_ID=… SEMBLANCE_ACCESS_KEY_SECRET=… semblance doctor request.txt`,
    )
    .action(async (file: string, flags: DoctorFlags) => {
      const { examineRequest } = await import('../examine-request.ts');
      await examineRequest(file, flags);
    });
}
