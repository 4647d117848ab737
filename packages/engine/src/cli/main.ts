#!/usr/bin/env node
import { nodeComplaint } from './node-complaint.ts';

const complaint = nodeComplaint(process.versions.node);
// Check the version before loading the program, which older versions cannot.
if (complaint === undefined) {
  await import('./program.ts');
} else {
  process.stderr.write(`semblance: ${complaint}\n`);
  process.exitCode = 1;
}
