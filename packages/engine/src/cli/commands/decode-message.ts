import type { Command } from 'commander';

/** `semblance decode-message MESSAGE`. */
export function registerDecodeMessage(program: Command): void {
  program
    .command('decode-message')
    .summary('open the EncodedDiagnosticMessage of a refusal')
    .description(
      'Opens the EncodedDiagnosticMessage that comes with NoPermission: who was refused what, by which policy.',
    )
    .argument('<message>', 'the message')
    .option('--config <file>', "the engine's configuration; without it the environment's key opens the message")
    .addHelpText('after', '\nExample:\n  $ semblance decode-message --config engine.yaml q8Jx…')
    .action(async (message: string, { config }: { readonly config?: string }) => {
      const { decodeMessage } = await import('../decode-message.ts');
      await decodeMessage(message, config);
    });
}
