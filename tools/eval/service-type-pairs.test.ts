import { expect, test } from 'vitest';
import type { PictureEntry } from './pictures/picture-set.ts';
import { buildServiceTypePairs } from './service-type-pairs.ts';
import { buildPairs } from './tasks.ts';

function entry(role: PictureEntry['role'], object: string, variant: string): PictureEntry {
  const more = role === 'furniture' ? ({ backdrop: 'white' } as const) : {};
  return { file: `${object}-${variant}`, object, kind: object, split: 'test', variant, role, ...more };
}

const photographs = ['a', 'b', 'c'].flatMap((name) => [
  entry('photograph', name, 'original'),
  entry('photograph', name, 'crop'),
]);
const furniture = ['d', 'e'].flatMap((name) => [
  entry('furniture', name, 'view 1'),
  entry('furniture', name, 'view 2'),
]);
const logos = ['f', 'g'].flatMap((name) => [
  entry('logo', name, 'original'),
  entry('logo', name, 'grey'),
  entry('logo', name, 'turned'),
]);
const fabrics = ['h', 'i'].flatMap((name) => ['corner', 'turned', 'draped'].map((view) => entry('fabric', name, view)));
const main = [...photographs, ...furniture];

test('emblems and fabrics leave the pairs of photographs and furniture as they are', () => {
  expect(buildPairs([...logos, ...main, ...fabrics], { seed: 2 })).toEqual(buildPairs(main, { seed: 2 }));
  expect(buildServiceTypePairs([...main, ...logos, ...fabrics], { seed: 2 })).toEqual(
    buildServiceTypePairs([...logos, ...fabrics], { seed: 2 }),
  );
});

test('an emblem is paired with each of its copies, a fabric with each of its views', () => {
  const pairs = buildServiceTypePairs([...logos, ...fabrics], { seed: 2 });
  const details = (relation: string, object: string) =>
    pairs.filter((pair) => pair.relation === relation && pair.first.object === object).map(({ detail }) => detail);
  expect(details('logo copy', 'f')).toEqual(['grey', 'turned']);
  expect(details('same fabric', 'h')).toEqual(['corner + turned', 'corner + draped', 'draped + turned']);
});

test('different emblems of one outline are a relation of their own', () => {
  const plate = logos.map((logo) => ({ ...logo, kind: 'round' }));
  const relations = buildServiceTypePairs(
    [...plate, ...logos.map((logo) => ({ ...logo, object: `${logo.object}2` }))],
    { seed: 2 },
  )
    .filter(({ relation }) => relation !== 'logo copy')
    .map(({ relation, first, second }) => [relation, first.kind === second.kind] as const);
  expect(relations.filter(([relation, same]) => (relation === 'same plate') !== same)).toEqual([]);
  expect(new Set(relations.map(([relation]) => relation))).toEqual(new Set(['same plate', 'other logo']));
});

test('pairs of others never show one object, and start from the emblem itself', () => {
  const pairs = buildServiceTypePairs([...logos, ...fabrics], { seed: 2 });
  const others = pairs.filter(({ relation }) => relation.startsWith('other'));
  expect(new Set(others.map(({ role }) => role))).toEqual(new Set(['logo', 'fabric']));
  expect(others.filter(({ first, second }) => first.object === second.object)).toEqual([]);
  expect(others.filter(({ relation, first }) => relation === 'other logo' && first.variant !== 'original')).toEqual([]);
});
