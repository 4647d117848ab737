import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { roomProblems } from './check-rooms.ts';
import type { HousePlan } from './check-rooms.ts';
import { folderCircles } from './folder-circles.ts';
import { importsBelow } from './imports-below.ts';

/** `npm run arrows`, its second half: every table of rooms says what the list says and what there is; no folders need each other. */
const repository = path.resolve(import.meta.dirname, '../..');
const inRepository = (file: string): string => path.join(repository, file);
const plans = JSON.parse(readFileSync(inRepository('scripts/rooms.json'), 'utf8')) as Record<string, HousePlan>;

function problemsOf([house, plan]: readonly [string, HousePlan]): string[] {
  const folders = readdirSync(inRepository(house), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const readmes = [plan.plan, plan.plan.replace(/\.md$/, '.zh.md')]
    .filter((file) => existsSync(inRepository(file)))
    .map((file) => ({ file, text: readFileSync(inRepository(file), 'utf8') }));
  return roomProblems(plan, { folders, readmes }).map((problem) => `${house}: ${problem}`);
}

const imports = importsBelow(repository, ['spec', 'packages', 'apps', 'tests', 'tools', 'scripts']);
const circles = folderCircles(imports).map((circle) => `folders in a circle: ${[...circle, circle[0]].join(' → ')}`);
const problems = [...Object.entries(plans).flatMap(problemsOf), ...circles];
process.stdout.write(
  problems.length === 0
    ? `✔ rooms of ${Object.keys(plans).length} houses as planned, no circle between folders (${imports.size} files)\n`
    : `${problems.join('\n')}\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
