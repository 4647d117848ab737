import { faultScenarios } from './fault-scenarios.ts';
import type { FaultEffect, FaultName } from './fault-scenarios.ts';
import type { MockReply } from './mock-reply.ts';

/** Applies a fault of the wire to an answer. */
export function applyFault(reply: MockReply, name: FaultName): MockReply {
  const effect: FaultEffect = faultScenarios[name];
  switch (effect.kind) {
    case 'transport':
      return { ...reply, fault: effect.fault };
    case 'body':
      return { ...reply, body: effect.spoil === 'empty' ? '' : malformed(reply.body) };
    case 'proxy-page':
      return {
        ...reply,
        status: effect.status,
        headers: { 'content-type': 'text/html' },
        body: proxyPage(effect.status),
      };
  }
}

/** Cuts a body in the middle and appends characters that are invalid in JSON and XML. */
function malformed(body: string): string {
  return `${body.slice(0, Math.ceil(body.length / 2))}<"{`;
}

function proxyPage(status: number): string {
  return `<html><head><title>${status} Bad Gateway</title></head><body><h1>${status} Bad Gateway</h1></body></html>\n`;
}
