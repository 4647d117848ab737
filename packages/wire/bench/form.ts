/**
 * Cost of a form body with two pictures, reading and writing, beside the platform's own reader and writer: CPU milliseconds, medians of
 * interleaved rounds, and the ratio. Run: `npm run bench -w packages/wire`.
 */
import { pictureMaxBytes } from '@semblance/spec/limits';
import { decodeBase64, encodeBase64 } from '@semblance/wire/base64';
import { encodeForm, parseForm } from '@semblance/wire/form';
import { randomBytes } from 'node:crypto';
import { cpus } from 'node:os';
import { decodePortably } from '../src/decode-base64-platform.ts';

interface Candidate {
  readonly name: string;
  /** Returns the number of picture bytes read or written, so that the work cannot be optimised away. */
  readonly run: () => number;
}

const rounds = 21;
const maxBytes = pictureMaxBytes;

function readers(body: Uint8Array): readonly Candidate[] {
  const pictures = ['PrimaryPicContent', 'SecondaryPicContent'];
  const ours = (decoder?: typeof decodePortably): number => {
    const parsed = parseForm(body);
    if (!parsed.ok) throw new Error(parsed.failure.detail);
    let bytes = 0;
    for (const field of parsed.value.filter(({ name }) => pictures.includes(name))) {
      const decoded = decodeBase64(field.bytes, { maxBytes, decoder });
      if (!decoded.ok) throw new Error(decoded.failure.detail);
      bytes += decoded.value.bytes.length;
    }
    return bytes;
  };
  return [
    { name: 'parseForm + decodeBase64 (strict)', run: () => ours() },
    { name: 'the same, portable decoder', run: () => ours(decodePortably) },
    {
      name: 'URLSearchParams + Buffer.from (unchecked)',
      run: () => {
        const form = new URLSearchParams(new TextDecoder().decode(body));
        return pictures.reduce((sum, name) => sum + Buffer.from(form.get(name) ?? '', 'base64').length, 0);
      },
    },
  ];
}

function writers(pictures: readonly Uint8Array[]): readonly Candidate[] {
  const named = (encode: (picture: Uint8Array) => string) =>
    [['InstanceName', 'demo'], ...pictures.map((picture, index) => [`Pic${index}`, encode(picture)])] as [
      string,
      string,
    ][];
  return [
    { name: 'encodeBase64 + encodeForm', run: () => encodeForm(named(encodeBase64)).length },
    {
      name: 'Buffer.toString + encodeURIComponent',
      run: () => {
        const fields = named((picture) => Buffer.from(picture).toString('base64'));
        return new TextEncoder().encode(fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'))
          .length;
      },
    },
    {
      name: 'Buffer.toString + URLSearchParams',
      run: () => {
        const fields = named((picture) => Buffer.from(picture).toString('base64'));
        return new TextEncoder().encode(new URLSearchParams(fields).toString()).length;
      },
    },
  ];
}

function measure(title: string, candidates: readonly Candidate[]): void {
  const times = candidates.map(() => [] as number[]);
  const results = new Set(candidates.map(({ run }) => run()));
  if (results.size !== 1) throw new Error(`The candidates disagree: ${[...results].join(', ')} bytes.`);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { run }] of candidates.entries()) {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      times[index]?.push((user + system) / 1000);
    }
  }
  const medians = times.map(
    (list) => list.toSorted((left, right) => left - right)[Math.floor(rounds / 2)] ?? Number.NaN,
  );
  console.log(`\n${title}`);
  for (const [index, { name }] of candidates.entries()) {
    const median = medians[index] ?? Number.NaN;
    const ratio = median / (medians[0] ?? Number.NaN);
    console.log(`  ${name.padEnd(44)} ${median.toFixed(1).padStart(7)} ms  × ${ratio.toFixed(2)}`);
  }
}

console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, CPU ms, median of ${rounds} interleaved rounds`,
);
for (const [title, size] of [
  ['2 × 300 kB', 300_000],
  ['2 × 4 MB', 4_000_000],
] as const) {
  const pictures = [randomBytes(size), randomBytes(size)];
  const body = encodeForm([
    ['InstanceName', 'demo'],
    ['PrimaryPicContent', encodeBase64(pictures[0] ?? new Uint8Array())],
    ['SecondaryPicContent', encodeBase64(pictures[1] ?? new Uint8Array())],
  ]);
  measure(`Reading ${title}`, readers(body));
  measure(`Writing ${title}`, writers(pictures));
}
