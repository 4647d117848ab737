import type { NetworkStep } from './network-steps.ts';

/** How the bytes of a map are read: value = (byte − zeroPoint) × scale. */
export interface MapCode {
  readonly zeroPoint: number;
  readonly scale: number;
}

/** A byte of the picture is read around 128, though −1…1 lies around 127.5: the first bias makes up for it. */
export const pictureCode: MapCode = { zeroPoint: 128, scale: 2 / 255 };

/** What is clipped to 0…6 uses all bytes for just that, so that a byte's own limits clip. */
export const clippedCode: MapCode = { zeroPoint: 0, scale: 6 / 255 };

/** Scales of the maps that are not clipped, by the step that begins a chain of sums. */
export type ChainScales = Readonly<Record<string, number>>;

/** The step that begins the chain of sums a map that is not clipped belongs to, for each of them. */
export function chainsOf(steps: readonly NetworkStep[]): Map<string, string> {
  const chains = new Map<string, string>();
  for (const step of steps) {
    if (step.kind === 'convolution') {
      if (!step.isClipped && step.tap === undefined) chains.set(step.name, step.name);
      continue;
    }
    const [before, added] = step.operands;
    const chain = chains.get(before) ?? before;
    chains.set(added, chain).set(step.name, chain);
  }
  return chains;
}

/**
 * How the bytes of every map are read. Maps that are added to each other have one scale, so that bytes are added.
 * @param scales  one for each chain of sums.
 */
export function mapCodes(steps: readonly NetworkStep[], scales: ChainScales): Map<string, MapCode> {
  const chains = chainsOf(steps);
  return new Map(
    steps.map(({ name }): [string, MapCode] => {
      const chain = chains.get(name);
      if (chain === undefined) return [name, clippedCode];
      const scale = scales[chain];
      if (scale === undefined)
        throw new Error(`no scale of ${chain}: measure it with "npm run calibrate:scales -w tools"`);
      return [name, { zeroPoint: 128, scale }];
    }),
  );
}
