import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CallCost, CallRequest } from './call-process.ts';
import type { CallerName, Server } from './caller.ts';
import { median } from './median.ts';

/** Medians of one way of calling. */
export interface MedianCost {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** What is measured. */
export interface CallComparison {
  readonly server: Server;
  readonly names: readonly CallerName[];
  readonly pictures: readonly [string, string];
  readonly rounds: number;
}

/** Rounds that are not counted: code is compiled and connections are opened. */
const warmUpRounds = 8;

/** Measures ways of calling in turn, every other round in reverse, each in a process of its own, so that a busy moment of the machine meets all of them. */
export async function callCosts({
  server,
  names,
  pictures,
  rounds,
}: CallComparison): Promise<Map<CallerName, MedianCost>> {
  const children = await Promise.all(names.map((name) => startChild({ kind: 'prepare', name, server, pictures })));
  const measured = names.map((name, index) => ({ name, child: children[index] }));
  const costs = new Map<CallerName, CallCost[]>(names.map((name) => [name, []]));
  try {
    for (let round = -warmUpRounds; round < rounds; round += 1) {
      const order = round % 2 === 0 ? measured : measured.toReversed();
      await callInTurn(order, round < 0 ? undefined : costs);
    }
  } finally {
    for (const child of children) child.kill();
  }
  const scores = new Set([...costs.values()].flat().map(({ score }) => score));
  if (scores.size !== 1) throw new Error(`The ways of calling got different scores: ${[...scores].join(', ')}.`);
  return new Map([...costs].map(([name, list]) => [name, medianOf(list)]));
}

interface Measured {
  readonly name: CallerName;
  readonly child: ChildProcess | undefined;
}

async function callInTurn(order: readonly Measured[], costs: Map<CallerName, CallCost[]> | undefined): Promise<void> {
  for (const { name, child } of order) {
    const cost = await ask<CallCost>(child, { kind: 'call' });
    costs?.get(name)?.push(cost);
  }
}

function medianOf(costs: readonly CallCost[]): MedianCost {
  return { wallMs: median(costs.map(({ wallMs }) => wallMs)), cpuMs: median(costs.map(({ cpuMs }) => cpuMs)) };
}

async function startChild(prepare: CallRequest): Promise<ChildProcess> {
  // The built client is measured, not its sources: without the condition `@semblance/source`.
  const child = fork(join(import.meta.dirname, 'call-process.ts'), { execArgv: [] });
  await ask(child, prepare);
  return child;
}

async function ask<Answer>(child: ChildProcess | undefined, request: CallRequest): Promise<Answer> {
  if (child === undefined) throw new Error('There is no such process.');
  const ended = new AbortController();
  const fail = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('A measured process ended.');
  });
  child.send(request);
  const [answer] = (await Promise.race([once(child, 'message', { signal: ended.signal }), fail])) as [Answer];
  ended.abort();
  await fail.catch(() => undefined);
  return answer;
}
