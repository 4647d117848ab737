/** A server to be measured. */
export interface Contender {
  readonly name: string;
  /** Packages a user installs, with exact versions. `packs` stands for this package and its siblings, packed. */
  readonly dependencies: Readonly<Record<string, string>> | 'packs';
  /** Program and arguments, relative to the folder it was installed to; `PORT` and `SPEC` are filled in. */
  readonly command: readonly string[];
  /** Program that is copied into that folder. */
  readonly program?: string;
}

/** The mock server and its alternatives. */
export const contenders: readonly Contender[] = [
  {
    name: '@semblance/mock-server',
    dependencies: 'packs',
    command: ['node_modules/@semblance/mock-server/dist/cli/main.js', '--port', 'PORT', '--quiet'],
  },
  {
    name: 'Prism',
    dependencies: { '@stoplight/prism-cli': '5.16.0' },
    command: ['node_modules/@stoplight/prism-cli/dist/index.js', 'mock', '-p', 'PORT', 'SPEC'],
  },
  {
    name: '@msw/source',
    dependencies: { '@msw/source': '0.6.1', msw: '2.9.0' },
    command: ['program.mjs', 'PORT', 'SPEC'],
    program: 'msw-source.mjs',
  },
  {
    name: 'hand-written MSW handler',
    dependencies: { msw: '3.0.5' },
    command: ['program.mjs', 'PORT'],
    program: 'hand-written.mjs',
  },
];
