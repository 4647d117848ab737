import { expect, test } from 'vitest';
import { purposeOf } from './picture-set.ts';
import type { PictureEntry } from './picture-set.ts';

type Subject = Pick<PictureEntry, 'split' | 'role' | 'object'>;

const many = (role: PictureEntry['role'], object: (index: number) => string): Subject[] =>
  Array.from({ length: 60 }, (_, index) => ({ split: 'development', role, object: object(index) }));

test('what is split off for measuring is only measured', () => {
  for (const role of ['photograph', 'furniture', 'logo', 'fabric'] as const)
    expect(purposeOf({ split: 'test', role, object: 'BlendSwap-CC-BY/sofa' })).toBe('test');
});

test('photographs, emblems and surfaces of a package are divided between learning and fitting', () => {
  const subjects = [
    many('photograph', (index) => `mate-backgrounds/${index}.jpg`),
    many('logo', (index) => `papirus-icon-theme/${index}.svg`),
    many('fabric', (index) => `ufoai-textures/textures/${index}.png`),
  ];
  for (const group of subjects) expect(new Set(group.map(purposeOf))).toEqual(new Set(['learn', 'fit']));
});

test('namesakes among photographs have one purpose', () => {
  for (const subject of many('photograph', (index) => `mate-backgrounds/${index}.jpg`))
    expect(purposeOf({ ...subject, object: `${subject.object}#2` })).toBe(purposeOf(subject));
});

test('cloth of a furniture model is used like the model', () => {
  for (const catalogue of ['BlendSwap-CC-BY', 'Scopia']) {
    const object = `${catalogue}/sofa/cloth.jpg`;
    const [cloth, model] = (['fabric', 'furniture'] as const).map((role) =>
      purposeOf({ split: 'development', role, object }),
    );
    expect(cloth).toBe(model);
  }
});
