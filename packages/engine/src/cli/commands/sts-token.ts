import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { StsTokenFlags } from '../print-sts-token.ts';

/** `semblance sts-token`. */
export function registerStsToken(program: Command): void {
  program
    .command('sts-token')
    .summary('issue temporary credentials')
    .description(
      'Issues temporary credentials (AccessKeyId, AccessKeySecret, SecurityToken) as a configured STS issuer; prints JSON.',
    )
    .requiredOption('--config <file>', "the engine's configuration")
    .requiredOption('--issuer <name>', 'issuer to act as')
    .option('--session <name>', 'session name; shows as the display name in refusals', 'cli')
    .option('--seconds <number>', 'how long they are good for', secondsNumber, 3600)
    .addHelpText('after', '\nExample:\n  $ semblance sts-token --config engine.yaml --issuer build --seconds 900')
    .action(async (flags: StsTokenFlags) => {
      const { printStsToken } = await import('../print-sts-token.ts');
      await printStsToken(flags);
    });
}

function secondsNumber(text: string): number {
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 43_200) throw new InvalidArgumentError('from 1 to 43200.');
  return seconds;
}
