import { readPinned } from '../../model/own/open-own-model.ts';
import { readManifest } from '../../model/own/read-manifest.ts';
import type { LocatedManifest } from '../../model/own/read-manifest.ts';
import type { ProfileSource } from '../../compare/analyser.ts';

/** A profile that cannot be used; the message says why and what to do. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';

  constructor(profile: string, problem: string) {
    super(`profile ${profile}: ${problem}`);
  }
}

/** A profile whose manifest has been read and whose model file is the one it names. */
export interface Profile {
  readonly name: string;
  readonly manifest: LocatedManifest;
}

/**
 * Reads the manifests of profiles and checks the models' files; the models stay closed. Workers open them, and what they
 * could not open would show only when they are asked.
 * @failure throws `ProfileError` with every problem of the first profile that cannot be used.
 */
export async function readProfiles(profiles: readonly ProfileSource[]): Promise<Profile[]> {
  return Promise.all(
    profiles.map(async ({ name, manifest: file }) => {
      const manifest = await readManifest(file);
      if (!manifest.ok) throw new ProfileError(name, manifest.failure.join('; '));
      const pinned = await readPinned(manifest.value);
      if (!pinned.ok) throw new ProfileError(name, pinned.failure);
      return { name, manifest: manifest.value };
    }),
  );
}
