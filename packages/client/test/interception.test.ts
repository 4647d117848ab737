import { createClient } from '@semblance/client';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { expect, test } from 'vitest';
import { examples } from '@semblance/spec/examples';

/** Mocks and instrumentations replace `request` on the module's object; a named import would escape them. */
test.each([
  ['node:http', {}],
  ['fetch', { fetch: (url: string, init: RequestInit) => fetch(url, init) }],
] as const)('requests through %s can be intercepted', async (_name, transport) => {
  const bodies: string[] = [];
  const server = setupServer(
    http.post('http://127.0.0.1:9876/', async ({ request }) => {
      bodies.push(await request.text());
      return HttpResponse.json(examples.success.json);
    }),
  );
  server.listen();
  try {
    const client = createClient({
      endpoint: 'http://127.0.0.1:9876',
      instanceName: 'demo',
      retry: false,
      ...transport,
    });
    expect((await client.compare(new Uint8Array([251, 239]), new Uint8Array([1]))).score).toBe(0.85);
    expect(bodies).toEqual(['InstanceName=demo&PrimaryPicContent=%2B%2B8%3D&SecondaryPicContent=AQ%3D%3D']);
  } finally {
    server.close();
  }
});
