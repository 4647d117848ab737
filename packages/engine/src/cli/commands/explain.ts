import type { Command } from 'commander';
import type { ExplainFlags } from '../explain-files.ts';

/** `semblance explain A B`. */
export function registerExplain(program: Command): void {
  program
    .command('explain')
    .summary('say why two pictures get their score')
    .description(
      'Scores two picture files and says why: matched points and the movement they agree on, the parts that look alike, and what each kind of evidence added.',
    )
    .argument('<A>', 'first picture: PNG, JPEG, BMP, GIF, WebP, TIFF or PPM')
    .argument('<B>', 'second picture')
    .option('--out <file>', 'draw the explanation as a PNG')
    .option('--json', 'print everything as JSON')
    .option(
      '--service-type <type>',
      'what the pictures are for; decides the sizes that are allowed and how colours, prints and parts count',
      'generic',
    )
    .option('--lang <language>', 'en or zh: language of what is told', 'en')
    .addHelpText(
      'after',
      `
Examples:
  $ semblance explain cup.jpg cup-again.png --out why.png
  $ semblance explain --json a.jpg b.webp | jq .contributions`,
    )
    .action(async (first: string, second: string, flags: ExplainFlags) => {
      const { explainFiles } = await import('../explain-files.ts');
      await explainFiles([first, second], flags);
    });
}
