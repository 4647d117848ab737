import { Command, Option } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { compareAction } from '@semblance/spec/protocol';
import type { RecordedCase } from '../../record/recorded-case.ts';
import type { Plan } from '../../answer/scenarios/plan.ts';
import type { Scoring } from '../../scoring/scoring.ts';
import { adminPrefix } from '../admin/admin-prefix.ts';
import { addKey, addName, toCases, toNumber, toPlan, toPort, toScoring, toUpstream } from './option-values.ts';
import type { Keys } from './option-values.ts';

/** Options of the command line. */
export interface CommandOptions {
  readonly port: number;
  readonly host: string;
  readonly scenario?: Plan;
  readonly score: Scoring;
  readonly signature: 'off' | 'warn' | 'strict';
  readonly accessKey: Keys;
  readonly instance: readonly string[];
  readonly seed?: number;
  readonly errorRate?: number;
  readonly latency?: number;
  readonly record?: string;
  readonly upstream?: string;
  readonly recordPictures?: boolean;
  readonly replay?: readonly RecordedCase[];
  readonly report?: boolean;
  readonly certificateFile?: string;
  readonly quiet?: boolean;
}

/** The command line's options and help. */
export function describeCommand(): Command {
  const command = new Command('semblance-mock')
    .description(
      `A mock of ${compareAction.action}: every answer of the contract, on demand. No cloud, no keys, no cost.`,
    )
    .version(manifest.version);
  for (const option of options()) command.addOption(option);
  return command.addHelpText('after', help);
}

function options(): readonly Option[] {
  return [...serverOptions(), ...behaviour(), ...recording()];
}

function serverOptions(): readonly Option[] {
  return [
    new Option('-p, --port <number>', 'port for HTTP and HTTPS; 0 takes a free one').default(4010).argParser(toPort),
    new Option('--host <address>', 'address to listen on').default('127.0.0.1'),
    new Option('--certificate-file <file>', 'write the certificate there, for clients that have to trust it'),
    new Option('-q, --quiet', 'print nothing'),
  ];
}

function behaviour(): readonly Option[] {
  return [
    new Option('--scenario <plan>', 'answer this: a code, or a plan such as DeniedRequest*2,success').argParser(toPlan),
    new Option('--score <score>', 'a fixed score, "bytes" (made up) or "engine" (computed)')
      .default('bytes')
      .argParser(toScoring),
    new Option('--signature <mode>', 'check signatures').choices(['off', 'warn', 'strict']).default('off'),
    new Option('--access-key <id:secret>', 'a key that warn and strict know; may be repeated')
      .default({}, 'none')
      .argParser(addKey),
    new Option('--instance <name>', 'only these instances exist; may be repeated')
      .default([], 'any name is one')
      .argParser(addName),
    new Option('--seed <number>', 'same request IDs and same chance in every run').argParser(toNumber),
    new Option('--error-rate <share>', 'share of calls answered with a retryable error, 0 to 1').argParser(toNumber),
    new Option('--latency <milliseconds>', 'wait before every answer').argParser(toNumber),
    new Option('--report', 'print at the end what was received that the contract forbids'),
  ];
}

function recording(): readonly Option[] {
  return [
    new Option('--record <file>', 'pass calls on to --upstream and add what it answers to this file'),
    new Option('--upstream <url>', 'an engine, or the endpoint of the cloud').argParser(toUpstream),
    new Option('--record-pictures', 'keep the pictures too, not only their digests'),
    new Option('--replay <file>', 'answer from such a file').argParser(toCases).conflicts('record'),
  ];
}

const help = `
Examples:
  semblance-mock --port 4010
  semblance-mock --scenario "DeniedRequest*2,success"     two refusals, then success
  semblance-mock --score 0.72                             every pair scores 0.72
  semblance-mock --signature strict --access-key id:secret
  semblance-mock --record calls.jsonl --upstream http://127.0.0.1:8080
  semblance-mock --replay calls.jsonl

Without restarting: name the instance mock-DeniedRequest (or any other scenario), or send the header
x-mock-scenario. The status page ${adminPrefix} shows what was received and switches scenarios.
Calls to an upstream are signed with SEMBLANCE_ACCESS_KEY_ID and SEMBLANCE_ACCESS_KEY_SECRET (or ALIBABA_CLOUD_…),
if they are set; no key is ever recorded.
`;
