import type { Command } from 'commander';
import { workerCount } from '../option-values.ts';
import type { WorkerFlags } from '../work-queue.ts';

/** `semblance worker --queue URL --pictures FOLDER`. */
export function registerWorker(program: Command): void {
  program
    .command('worker')
    .summary('compare pairs from a queue, beside any number of others')
    .description(
      'Takes pairs that `semblance compare --pairs FILE --queue URL` puts into a Valkey or Redis, and compares them. Start as many as you have machines; what a killed one had is done by another.',
    )
    .option(
      '--queue [url]',
      'redis://[user:password@]host:port[/database], or rediss:// for TLS; default: SEMBLANCE_QUEUE_URL',
    )
    .requiredOption(
      '--pictures <folder>',
      'the shared folder of pictures, as this machine has it; nothing else is read',
    )
    .option('--model <manifest>', 'compare by a model of your own; serves only runs that name the same')
    .option('--workers <number>', 'worker processes (default: one a core)', workerCount)
    .addHelpText(
      'after',
      `
Pictures do not travel through the queue: each machine reads them from the shared folder (NFS, a mounted bucket), under whatever path it
has there. Version and model have to be those of the run: others do not see its pairs. SIGTERM and Ctrl-C finish what is under way.

Examples:
  $ semblance worker --queue redis://10.0.0.5:6379 --pictures /mnt/catalogue
  $ SEMBLANCE_QUEUE_URL=rediss://:password@store:6379 semblance worker --pictures /mnt/catalogue
  $ semblance compare --pairs /data/catalogue/pairs.csv --queue redis://10.0.0.5:6379      elsewhere: the run`,
    )
    .action(async (flags: WorkerFlags) => {
      const { workQueue } = await import('../work-queue.ts');
      await workQueue(flags);
    });
}
