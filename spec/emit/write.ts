import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { specDirectory } from './contract.ts';

/** Folder all emitters write to. */
export const generatedDirectory: string = join(specDirectory, 'generated');

const bannerText = 'Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.';

/** Files to write, by path below `generated/`. */
export type EmittedFiles = Readonly<Record<string, string>>;

/** TypeScript source with the banner. */
export function typescriptFile(body: string): string {
  return `// ${bannerText}\n\n${body.trim()}\n`;
}

/** YAML source with the banner. */
export function yamlFile(body: string): string {
  return `# ${bannerText}\n${body}`;
}

/** JSON with the banner as a member, because JSON has no comments; OpenAPI allows only extensions as additional members. */
export function jsonFile(value: object, member: '$comment' | 'x-comment' = '$comment'): string {
  return `${JSON.stringify({ [member]: bannerText, ...value }, null, 2)}\n`;
}

/** A value as TypeScript: JSON, which is a subset of the language. */
export function literal(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** Replaces the whole folder, so that no stale file remains. */
export async function writeGenerated(files: EmittedFiles): Promise<void> {
  await rm(generatedDirectory, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    const target = join(generatedDirectory, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}
