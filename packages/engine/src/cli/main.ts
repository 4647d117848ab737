#!/usr/bin/env node
import { nodeComplaint } from './node-complaint.ts';

const complaint = nodeComplaint(process.versions.node);
// Older versions lack what the program imports, so they are told before it is loaded.
if (complaint === undefined) {
  await import('./program.ts');
} else {
  process.stderr.write(`semblance: ${complaint}\n`);
  process.exitCode = 1;
}
