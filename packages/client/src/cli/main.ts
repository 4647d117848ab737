#!/usr/bin/env node
import { outliveReaders } from '@semblance/wire/closed-output';
import { exitCodes } from './exit-code.ts';
import { run } from './run.ts';

const output = {
  out: (text: string): void => void process.stdout.write(`${text}\n`),
  error: (text: string): void => void process.stderr.write(`${text}\n`),
  withColour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
};

outliveReaders();
try {
  process.exitCode = await run(process.argv.slice(2), output);
} catch (error) {
  output.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = exitCodes.bug;
}
