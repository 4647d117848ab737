/** Serves MSW handlers over HTTP, as a team would that needs them outside of its test process. */
import { createServer } from 'node:http';

export function serve(port, respond) {
  createServer(async (incoming, outgoing) => {
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = incoming.method === 'GET' ? undefined : Buffer.concat(chunks);
    const request = new Request(`http://127.0.0.1:${port}${incoming.url}`, {
      method: incoming.method,
      headers: incoming.headers,
      body,
    });
    const response = await respond(request);
    if (response === undefined) return outgoing.writeHead(404).end();
    outgoing
      .writeHead(response.status, Object.fromEntries(response.headers))
      .end(Buffer.from(await response.arrayBuffer()));
  }).listen(port, '127.0.0.1');
}
