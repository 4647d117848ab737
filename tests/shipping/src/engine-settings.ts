import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';

const file = path.resolve(import.meta.dirname, '../../../packages/engine/generated/config.schema.json');
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);

/** What the published schema of the engine's configuration says against settings; empty for good ones. */
export function settingsProblems(settings: unknown): readonly string[] {
  return validate(settings)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? 'wrong'}`);
}
