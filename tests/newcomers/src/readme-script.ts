import type { CodeBlock } from './code-blocks.ts';

/** Commands that bring packages: the test installs tarballs instead, and looks at the names. */
const installPattern = /^npm (?:install|i|add)\b.*$/;

/** Commands that go on until they are stopped. */
const serverPattern = /^(?<command>npx @semblance\/(?:engine serve|mock-server)\b[^#]*?--port (?<port>\d+)[^#]*)/;

/** What a README's commands run in. */
const prologue = `set -euo pipefail
declare -A servers
takes_connections() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
stop() { # PORT: tells npx to stop, and waits for the server too: npx may end first, with the server still listening
  kill "\${servers[$1]}"; wait "\${servers[$1]}" || true
  for _ in $(seq 300); do
    if ! takes_connections "$1"; then return; fi
    sleep 0.1
  done
  echo "the server on port $1 goes on listening:"; cat "server-$1.log"; exit 1
}
start() { # PORT COMMAND…: starts a server in place of the one on that port, and waits until it takes connections
  local port=$1; shift
  if [ -n "\${servers[$port]:-}" ]; then stop "$port"; fi
  "$@" >"server-$port.log" 2>&1 &
  servers[$port]=$!
  for _ in $(seq 300); do
    if takes_connections "$port"; then return; fi
    if ! kill -0 "\${servers[$port]}" 2>/dev/null; then break; fi
    sleep 0.1
  done
  echo "no server on port $port:"; cat "server-$port.log"; exit 1
}
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
`;

function shellLine(line: string): string {
  if (installPattern.test(line)) return `# ${line}`;
  const { command, port } = serverPattern.exec(line)?.groups ?? {};
  return command === undefined ? line : `start ${port} ${command}`;
}

function fileCommand(file: string): string {
  return file.endsWith('.test.mjs') ? `node --test ${file}` : `node ${file}`;
}

/** Whether the commands of a README run a block: shell, and JavaScript that is to be written into a file. */
function isRunnable({ language, file }: CodeBlock): boolean {
  return language === 'sh' || (language === 'js' && file !== undefined);
}

/** A shell script that does what a README says, block by block; its files lie beside it. */
export function readmeScript(blocks: readonly CodeBlock[]): string {
  const parts = blocks.filter(isRunnable).map(({ file, code }) => {
    const commands = file === undefined ? code.split('\n').map(shellLine).join('\n') : fileCommand(file);
    return `echo '> block' >&2\n${commands}`;
  });
  return [prologue, ...parts].join('\n');
}

/** Packages that a README tells to install. */
export function installedNames(blocks: readonly CodeBlock[]): readonly string[] {
  const lines = blocks.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.split('\n'));
  return lines
    .filter((line) => installPattern.test(line))
    .flatMap((line) => line.replace(/#.*$/, '').trim().split(/\s+/).slice(2))
    .filter((word) => !word.startsWith('-'))
    .map((word) => word.replace(/(?<=.)@.*$/, ''));
}

/** Gives each port that READMEs name a free one, the same one everywhere. */
export function withPorts(text: string, ports: ReadonlyMap<string, number>): string {
  return [...ports].reduce(
    (changed, [port, free]) => changed.replaceAll(new RegExp(`\\b${port}\\b`, 'g'), `${free}`),
    text,
  );
}
