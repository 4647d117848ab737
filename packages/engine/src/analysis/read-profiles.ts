import { readManifest, type LocatedManifest } from '../model/own/read-manifest.ts';
import type { ProfileSource } from './analyser.ts';

/** A profile whose manifest has been read. */
export interface Profile {
  readonly name: string;
  readonly manifest: LocatedManifest;
}

/**
 * Reads the manifests of profiles; the models stay closed.
 * @failure throws with every problem of the first manifest that cannot be used.
 */
export async function readProfiles(profiles: readonly ProfileSource[]): Promise<Profile[]> {
  return Promise.all(
    profiles.map(async ({ name, manifest: file }) => {
      const manifest = await readManifest(file);
      if (!manifest.ok) throw new Error(`profile ${name}: ${manifest.failure.join('; ')}`);
      return { name, manifest: manifest.value };
    }),
  );
}
