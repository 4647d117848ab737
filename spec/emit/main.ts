import { compileContract } from './contract.ts';
import { emitErrorCatalog } from './error-catalog.ts';
import { emitErrorPolicy } from './error-policy.ts';
import { errorEntries } from './errors.ts';
import { emitExamples, examples } from './examples.ts';
import { limitValues } from './limit-values.ts';
import { emitLimits } from './limits.ts';
import { emitOpenApi, openApiDocuments } from './openapi.ts';
import { emitOperations } from './operations.ts';
import { emitProtocol } from './protocol.ts';
import { emitTypes } from './types.ts';
import { writeGenerated } from './write.ts';

const program = await compileContract();
const entries = errorEntries(program);
const answers = examples(program, entries);
const limits = limitValues(program);
const documents = await openApiDocuments(program, { entries, examples: answers });

await writeGenerated({
  ...emitOpenApi(documents),
  ...emitErrorCatalog(entries),
  ...emitErrorPolicy(entries, limits.documentationBaseUrl),
  ...emitLimits(limits),
  ...emitOperations(program),
  ...emitProtocol(program, entries),
  ...(await emitTypes(documents.english)),
  ...emitExamples(answers),
});
console.log(`spec: ${entries.length} error codes, ${Object.values(answers).flat().length} examples written`);
