import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { ModelAddFlags } from '../add-model.ts';
import type { ModelCheckFlags } from '../check-model.ts';

/** Largest download in bytes; files of vision models are well below it. */
const defaultMaxBytes = 2 * 1024 ** 3;
const defaultTimeoutS = 7200;

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('give a whole number, at least 1');
  return value;
}

/** `semblance model add NAME|URL|FILE`, `semblance model check MANIFEST [PICTURE…]`. */
export function registerModel(program: Command): void {
  const model = program
    .command('model')
    .summary('use an embedding model of your own')
    .description('Works with manifests of ONNX image-embedding models.');
  registerAdd(model);
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

function registerAdd(model: Command): void {
  model
    .command('add')
    .summary('fetch a model, check it, calibrate it')
    .description(
      'Fetches a ready model, or one by URL, or takes in a file; checks its checksum, opens it, and calibrates it on the pictures that come with this package. Nothing is ever fetched unless this command asks for it.',
    )
    .argument('[what]', 'name of a ready model, URL of an ONNX file, manifest or ONNX file')
    .option('--from <file>', 'take this ONNX file in place of a download: no connection is opened')
    .option('--manifest <file>', 'how to feed the model of a URL or file: a manifest, or the name of a ready one')
    .option('--to <folder>', 'where it goes (default: ~/.semblance/models/NAME)')
    .option('--max-bytes <n>', 'refuse a file that is larger', positive, defaultMaxBytes)
    .option(
      '--timeout <seconds>',
      'give up a download after this time; the next run goes on where it ended',
      positive,
      defaultTimeoutS,
    )
    .option('--no-calibrate', 'keep the calibration of the manifest')
    .option('--json', 'print the outcome as JSON, and nothing else')
    .addHelpText(
      'after',
      `
Environment:
  HF_ENDPOINT               hub or mirror to fetch from; default https://huggingface.co
  HF_TOKEN                  for models whose licence has to be accepted first; sent to the hub only
  HTTPS_PROXY, HTTP_PROXY   proxy, as http://user:password@host:port; NO_PROXY lists exceptions

Examples:
  $ semblance model add dinov2-small
  $ HF_ENDPOINT=https://hf-mirror.com semblance model add siglip2-base-patch16-224
  $ semblance model add sscd-disc-mixup --from sscd-disc-mixup.onnx
  $ semblance model add https://models.example.com/fabric.onnx --manifest fabric.yaml

A download that breaks off goes on where it ended when the command is run again.`,
    )
    .action(async (what: string | undefined, flags: ModelAddFlags) => {
      const { addModelFiles } = await import('../add-model.ts');
      await addModelFiles(what, flags);
    });
}
