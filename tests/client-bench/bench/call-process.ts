import { ourCaller } from './our-caller.ts';
import type { Caller, CallerName, Server } from './caller.ts';
import { vendorCaller } from './vendor-caller.ts';

/** What the parent asks: first a caller, then calls. */
export type CallRequest =
  | {
      readonly kind: 'prepare';
      readonly name: CallerName;
      readonly server: Server;
      readonly pictures: readonly [string, string];
    }
  | { readonly kind: 'call' };

/** What one call took. */
export interface CallCost {
  readonly wallMs: number;
  /** Of this process alone, all threads. */
  readonly cpuMs: number;
  readonly score: number;
}

let caller: Caller | undefined;
let pictures: readonly [Buffer, Buffer] | undefined;

process.on('message', async (request: CallRequest) => {
  if (request.kind === 'prepare') {
    caller = makeCaller(request.name, request.server);
    const { readFile } = await import('node:fs/promises');
    pictures = [await readFile(request.pictures[0]), await readFile(request.pictures[1])];
    process.send?.({ ready: true });
  } else if (caller !== undefined && pictures !== undefined) {
    process.send?.(await measure(caller, pictures));
  }
});

function makeCaller(name: CallerName, server: Server): Caller {
  switch (name) {
    case 'client':
      return ourCaller(server, 'auto');
    case 'client-inline':
      return ourCaller(server, 'inline');
    case 'vendor-inline':
      return vendorCaller(server, 'inline');
    case 'vendor-advance':
      return vendorCaller(server, 'advance');
  }
}

async function measure({ compare }: Caller, [primary, secondary]: readonly [Buffer, Buffer]): Promise<CallCost> {
  const cpu = process.cpuUsage();
  const startedMs = performance.now();
  const score = await compare(primary, secondary);
  const wallMs = performance.now() - startedMs;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000, score };
}
