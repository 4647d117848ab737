/** Handlers made from the OpenAPI document. */
import { readFileSync } from 'node:fs';
import { fromOpenApi } from '@msw/source/open-api';
import { getResponse } from 'msw';
import { serve } from './serve.mjs';

const [, , port, specification] = process.argv;
// The document names the cloud's host; the server here is local.
const document = { ...JSON.parse(readFileSync(specification, 'utf8')), servers: [{ url: `http://127.0.0.1:${port}` }] };
const handlers = await fromOpenApi(document);

serve(Number(port), (request) => getResponse(handlers, request));
