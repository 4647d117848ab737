import englishJson from '@semblance/spec/generated/openapi.json?raw';
import englishYaml from '@semblance/spec/generated/openapi.yaml?raw';
import chineseJson from '@semblance/spec/generated/openapi.zh.json?raw';
import chineseYaml from '@semblance/spec/generated/openapi.zh.yaml?raw';
import type { APIRoute, GetStaticPaths } from 'astro';

const documents: Readonly<Record<string, string>> = {
  'openapi.yaml': englishYaml,
  'openapi.json': englishJson,
  'openapi.zh.yaml': chineseYaml,
  'openapi.zh.json': chineseJson,
};

export const getStaticPaths: GetStaticPaths = () => Object.keys(documents).map((name) => ({ params: { name } }));

/** The OpenAPI documents, byte by byte as emitted from the contract. */
export const GET: APIRoute = ({ params }) => {
  const name = params['name'] ?? '';
  const type = name.endsWith('.json') ? 'application/json' : 'application/yaml';
  return new Response(documents[name], { headers: { 'content-type': `${type};charset=utf-8` } });
};
