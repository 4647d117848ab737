import type { Nodes } from 'hast';

/** All text inside a node, white space as it stands. */
export function toText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => toText(child)).join('') : '';
}
