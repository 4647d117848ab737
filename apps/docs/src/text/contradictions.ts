import type { Localized } from '../site/locale.ts';

interface ContradictionsText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly record: string;
  readonly choice: string;
}

const english: ContradictionsText = {
  title: 'Contradictions in the public record',
  description: 'Where the public documentation contradicts itself or is silent, and what this contract does about it.',
  lead: 'The public documentation of the action is short, and in places it contradicts itself, other pages, or what the official clients do. Each such place stands as a note in the contract; this page is made from those notes.',
  record: 'In public',
  choice: 'Here',
};

const chinese: ContradictionsText = {
  title: '公开资料中的矛盾',
  description: '公开文档自相矛盾或未作说明之处，以及本契约的处理。',
  lead: '该操作的公开文档篇幅不长，有些地方与自身、与其他页面或与官方客户端的行为不一致。每一处都作为注释写在契约中，本页即由这些注释生成。',
  record: '公开资料',
  choice: '本契约',
};

/** Words of the page on contradictions. */
export const contradictionsText: Localized<ContradictionsText> = { en: english, zh: chinese };
