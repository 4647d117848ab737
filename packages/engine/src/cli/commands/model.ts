import type { Command } from 'commander';
import type { ModelCheckFlags } from '../check-model.ts';

/** `semblance model check MANIFEST [PICTURE…]`. */
export function registerModel(program: Command): void {
  const model = program
    .command('model')
    .summary('use an embedding model of your own')
    .description('Works with manifests of ONNX image-embedding models.');
  model
    .command('check')
    .summary('validate a manifest and its model')
    .description(
      'Checks a manifest against its schema, opens the model, embeds pictures and shows their cosines. Prints the checksum that the manifest has to pin.',
    )
    .argument('<manifest>', 'YAML file; ready ones lie in the models folder of this package')
    .argument('[pictures...]', 'pictures to embed and compare with each other')
    .option('--json', 'print the outcome as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ semblance model check dinov2-small.yaml
  $ semblance model check dinov2-small.yaml cup.jpg cup-again.png car.jpg`,
    )
    .action(async (manifest: string, pictures: string[], flags: ModelCheckFlags) => {
      const { checkModel } = await import('../check-model.ts');
      await checkModel(manifest, pictures, flags);
    });
}
