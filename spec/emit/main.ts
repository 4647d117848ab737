import { compileContract } from './contract.ts';
import { emitErrorCatalog } from './error-catalog.ts';
import { emitErrorPolicy } from './error-policy.ts';
import { errorEntries } from './errors.ts';
import { emitExamples, examples } from './examples.ts';
import { emitLimits, limits } from './limits.ts';
import { emitOpenApi } from './openapi.ts';
import { emitOperations } from './operations.ts';
import { emitTypes } from './types.ts';
import { writeGenerated } from './write.ts';

const program = await compileContract();
const entries = errorEntries(program);
const answers = examples(program, entries);

await writeGenerated({
  ...(await emitOpenApi(program, { entries, examples: answers })),
  ...emitErrorCatalog(entries),
  ...emitErrorPolicy(entries, String(limits(program)['documentationBaseUrl'])),
  ...emitLimits(program),
  ...emitOperations(program),
  ...emitTypes(program),
  ...emitExamples(answers),
});
console.log(`spec: ${entries.length} error codes, ${answers.length} examples written`);
