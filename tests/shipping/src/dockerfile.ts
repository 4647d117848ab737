import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Copy, DockerfileParser, From } from 'dockerfile-ast';

/** One instruction of a Dockerfile, with its variables filled in. */
export interface Step {
  readonly keyword: string;
  /** Everything after the keyword (and its flags), as it is written. */
  readonly text: string;
  /** The words of an exec form; `undefined` where a shell is needed. */
  readonly exec: readonly string[] | undefined;
  /** Of COPY: the stage it copies from. */
  readonly from: string | undefined;
  /** Of COPY: whom the copy belongs to. */
  readonly owner: string | undefined;
}

/** A stage of a Dockerfile. */
export interface Stage {
  readonly image: string;
  readonly name: string | undefined;
  readonly steps: readonly Step[];
}

export const repository: string = path.resolve(import.meta.dirname, '../../..');

/**
 * Reads a Dockerfile of the repository.
 * @param buildArguments  in place of the defaults of its ARG instructions before the first stage.
 */
export function readDockerfile(file: string, buildArguments: Readonly<Record<string, string>> = {}): readonly Stage[] {
  const parsed = DockerfileParser.parse(readFileSync(path.join(repository, file), 'utf8'));
  const stages: (Stage & { steps: Step[] })[] = [];
  const values = new Map<string, string>();
  for (const instruction of parsed.getInstructions()) {
    const keyword = instruction.getKeyword();
    const raw = instruction.getArgumentsContent() ?? '';
    const text = raw.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
    if (instruction instanceof From) {
      stages.push({ image: text.replace(/ AS .*$/i, ''), name: instruction.getBuildStage() ?? undefined, steps: [] });
    } else if (stages.length === 0) {
      const [name = '', fallback = ''] = text.split('=');
      values.set(name, buildArguments[name] ?? fallback);
    } else {
      stages.at(-1)?.steps.push({ keyword, text, exec: execForm(text), ...flagsOf(instruction) });
    }
  }
  return stages;
}

function flagsOf(instruction: unknown): Pick<Step, 'from' | 'owner'> {
  const flags = instruction instanceof Copy ? instruction.getFlags() : [];
  const valueOf = (wanted: string): string | undefined =>
    flags.find((flag) => flag.getName() === wanted)?.getValue() ?? undefined;
  return { from: valueOf('from'), owner: valueOf('chown') };
}

/** The list of words of `["a", "b"]`; of a health check that of its command. */
function execForm(text: string): readonly string[] | undefined {
  const list = text.replace(/^CMD +/, '');
  return list.startsWith('[') ? (JSON.parse(list) as string[]) : undefined;
}
