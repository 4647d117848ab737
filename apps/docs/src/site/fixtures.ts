import { parseFixture } from './parse-fixture.ts';
import type { Fixture } from './parse-fixture.ts';

const files = import.meta.glob<string>('../../../../tests/conformance/cases/*.txt', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const fixtures: readonly Fixture[] = Object.entries(files)
  .map(([path, text]) => parseFixture(path.replace(/^.*\/(?<name>[^/]+)\.txt$/u, '$<name>'), text))
  .filter((fixture) => fixture !== undefined);

/** Cases that end in `code`, the simplest first: one request before several, few lines before many. */
export function fixturesOf(code: string): readonly Fixture[] {
  const size = ({ requests }: Fixture): number => requests.length * 1000 + requests.join('\n').length;
  return fixtures.filter((fixture) => fixture.code === code).sort((a, b) => size(a) - size(b));
}
