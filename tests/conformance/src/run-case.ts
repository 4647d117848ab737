import type { ConformanceCase } from './case-file.ts';
import { matchReply } from './match-reply.ts';
import { exchange } from './raw-exchange.ts';
import { writeRequest } from './write-request.ts';

/** Longer than the 5 s the contract gives a transfer, draining included. */
const timeoutMs = 25_000;

/** Runs a case against a port. @returns what was not as expected; empty when all was. */
export async function runCase(conformanceCase: ConformanceCase, port: number): Promise<string[]> {
  const { exchanges, format, sign, stall, writeFirst } = conformanceCase;
  const captured = new Map<string, string>();
  const differences: string[] = [];
  for (const [index, { request, reply }] of exchanges.entries()) {
    const { bytes, headBytes } = await writeRequest(request, { port, format, sign, captured });
    const stallAfter = stall ? headBytes + Math.floor((bytes.length - headBytes) / 2) : undefined;
    const match = matchReply(reply, await exchange({ port, bytes, stallAfter, writeFirst, timeoutMs: timeoutMs }));
    for (const [name, value] of match.captured) captured.set(name, value);
    differences.push(...match.differences.map((difference) => `exchange ${index + 1}: ${difference}`));
  }
  return differences;
}
