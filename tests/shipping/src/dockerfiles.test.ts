import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDockerfile, repository } from './dockerfile.ts';

describe.each(['packages/engine/Dockerfile', 'packages/mock-server/Dockerfile', 'apps/docs/Dockerfile'])(
  '%s',
  (file) => {
    const stages = readDockerfile(file);
    const last = stages.at(-1)?.steps ?? [];
    const step = (keyword: string): (typeof last)[number] | undefined => last.find((one) => one.keyword === keyword);

    it('builds in one stage and ships another, without the repository', () => {
      expect(stages.length).toBeGreaterThan(1);
      expect(last.filter(({ keyword, from }) => keyword === 'COPY' && from === undefined)).toEqual([]);
    });

    it('runs as a user without rights', () => {
      expect(step('USER')?.text).toMatch(/^(\d{2,}:\d{2,}|node)$/);
    });

    it('needs no shell to start or to be asked how it is', () => {
      expect(step('ENTRYPOINT')?.exec).toBeDefined();
      expect(step('HEALTHCHECK')?.exec).toBeDefined();
    });

    it('keeps what is not part of the repository out of the build', () => {
      expect(existsSync(path.join(repository, `${file}.dockerignore`))).toBe(true);
    });
  },
);
