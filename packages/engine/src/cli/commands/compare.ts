import type { Command } from 'commander';
import type { CompareFlags } from '../compare-files.ts';

/** `semblance compare A B`. */
export function registerCompare(program: Command): void {
  program
    .command('compare')
    .summary('score two picture files')
    .description(
      'Scores two picture files: 0 (nothing in common) to 1 (the same pixels). Exits with 0 only if there is a score.',
    )
    .argument('<A>', 'first picture: PNG, JPEG, BMP, GIF, WebP, TIFF or PPM')
    .argument('<B>', 'second picture')
    .option('--json', "print the action's response body as JSON")
    .option('--xml', "print the action's response body as XML")
    .option(
      '--service-type <type>',
      'what the pictures are for; decides the sizes that are allowed and how colours, prints and parts count',
      'generic',
    )
    .option('--lang <language>', 'en or zh: language of what is told', 'en')
    .option('--model <manifest>', 'score by a model of your own, as `semblance model check` accepts it')
    .addHelpText(
      'after',
      `
Examples:
  $ semblance compare cup.jpg cup-again.png
  $ semblance compare --json a.jpg b.webp | jq .Score
  $ semblance compare --service-type trademark logo.png logo-flat.gif
  $ semblance compare --model dinov2-small.yaml cup.jpg cup-again.png`,
    )
    .action(async (first: string, second: string, flags: CompareFlags) => {
      const { compareFiles } = await import('../compare-files.ts');
      await compareFiles([first, second], flags);
    });
}
