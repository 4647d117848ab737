import { openDiagnosis } from '../request/access/diagnostic-message.ts';
import { diagnosticSecret } from '../request/access/registry.ts';
import { effectiveConfig } from '../lifecycle/key-mode.ts';
import { CommandError } from './report-failure.ts';

/** Opens an encoded diagnosis with the secret of a configuration and prints it as JSON. */
export async function decodeMessage(message: string, file: string | undefined): Promise<void> {
  const { config, mode } = await effectiveConfig({ file, environment: process.env });
  if (mode === 'protected') {
    throw new CommandError(
      'name the configuration of the engine that sealed the message, with --config, or set its key in the environment',
    );
  }
  const diagnosis = openDiagnosis(message, diagnosticSecret(config));
  if (diagnosis === undefined)
    throw new CommandError('this message was not sealed by an engine with that configuration, or was altered');
  process.stdout.write(`${JSON.stringify(diagnosis, undefined, 2)}\n`);
}
