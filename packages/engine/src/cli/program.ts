import { exitCodes } from '@semblance/wire/exit-codes';
import { outliveReaders } from '@semblance/wire/closed-output';
import { Command } from 'commander';
import { packageVersion } from '../model/package-folder.ts';
import { registerCalibrate } from './commands/calibrate.ts';
import { registerCompare } from './commands/compare.ts';
import { registerDecodeMessage } from './commands/decode-message.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerExplain } from './commands/explain.ts';
import { registerModel } from './commands/model.ts';
import { registerServe } from './commands/serve.ts';
import { registerStsToken } from './commands/sts-token.ts';
import { registerWorker } from './commands/worker.ts';
import { reportFailure } from './report-failure.ts';

const program = new Command('semblance')
  .description('How similar are two pictures? A score from 0 to 1, on your own machine.')
  .version(packageVersion(), '-V, --version', 'print the version')
  // Inherited by every command: wrong arguments are told from a low score, or a signature that does not match.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? exitCodes.ok : exitCodes.usage))
  .showHelpAfterError('(add --help for examples)')
  .addHelpText(
    'after',
    `
Examples:
  $ semblance compare cup.jpg cup-again.png          score two files
  $ semblance serve --allow-anonymous                serve the CompareSimilarByImage action on this machine
  $ semblance serve --config engine.yaml             serve it with keys, instances and policies
  $ semblance doctor request.txt                     why is my signature refused?

Every command has its own --help.`,
  );

for (const register of [
  registerCompare,
  registerExplain,
  registerModel,
  registerCalibrate,
  registerServe,
  registerWorker,
  registerDoctor,
  registerDecodeMessage,
  registerStsToken,
])
  register(program);

outliveReaders();
try {
  await program.parseAsync();
} catch (error) {
  reportFailure(error);
}
