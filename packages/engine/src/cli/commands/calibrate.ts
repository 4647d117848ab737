import type { Command } from 'commander';
import type { CalibrateFlags } from '../calibrate-model.ts';

/** `semblance calibrate --model MANIFEST --pairs CSV`. */
export function registerCalibrate(program: Command): void {
  program
    .command('calibrate')
    .summary("fit a custom model's score to labelled pairs")
    .description(
      "Fits how a custom model's cosine becomes a score, from pairs that your team labelled same or different, and says what each threshold means for them.",
    )
    .requiredOption('--model <manifest>', 'YAML manifest of the model')
    .requiredOption(
      '--pairs <file>',
      'table of "first,second,label" lines; files relative to it; label 1 (same) or 0 (different)',
    )
    .option('--same <labels>', 'labels of your own that mean the same, separated by commas; all others mean different')
    .option('--write', 'put the calibration into the manifest')
    .option('--json', 'print the outcome as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ semblance calibrate --model dinov2-small.yaml --pairs labelled.csv
  $ semblance calibrate --model dinov2-small.yaml --pairs labelled.csv --write
  $ semblance calibrate --model dinov2-small.yaml --pairs examples/pairs.csv --same same-picture,same-item`,
    )
    .action(async (flags: CalibrateFlags) => {
      const { calibrate } = await import('../calibrate-model.ts');
      await calibrate(flags);
    });
}
