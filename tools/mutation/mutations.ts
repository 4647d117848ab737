import ts from 'typescript';

/** One small change of a program that its tests ought to notice. */
export interface Mutation {
  /** Offsets in the source text. */
  readonly start: number;
  readonly end: number;
  readonly by: string;
  /** 1-based. */
  readonly line: number;
}

/** Operators and what they are taken for. */
const swaps: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
  [ts.SyntaxKind.PercentToken]: '*',
  [ts.SyntaxKind.LessThanLessThanToken]: '>>',
  [ts.SyntaxKind.GreaterThanGreaterThanToken]: '<<',
  [ts.SyntaxKind.AmpersandToken]: '|',
  [ts.SyntaxKind.BarToken]: '&',
};

/** A node's replacement, or undefined when it has none. */
function replacement(
  node: ts.Node,
  source: ts.SourceFile,
): { readonly node: ts.Node; readonly by: string } | undefined {
  if (ts.isBinaryExpression(node)) {
    const by = swaps[node.operatorToken.kind];
    const joinsText = [node.left, node.right].some(
      (side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side),
    );
    return by === undefined || (joinsText && by === '-') ? undefined : { node: node.operatorToken, by };
  }
  if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
    const condition = ts.isIfStatement(node) ? node.expression : node.condition;
    return { node: condition, by: `!(${condition.getText(source)})` };
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { node, by: 'false' };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { node, by: 'true' };
  if (ts.isNumericLiteral(node)) return { node, by: `(${node.getText(source)} + 1)` };
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) return { node, by: ';' };
  return undefined;
}

/** Every mutation of a TypeScript text, in its order. Types, imports and declarations of types stay as they are. */
export function mutationsOf(text: string): readonly Mutation[] {
  const source = ts.createSourceFile('mutated.ts', text, ts.ScriptTarget.Latest, true);
  const found: Mutation[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    const changed = replacement(node, source);
    if (changed !== undefined) {
      const start = changed.node.getStart(source);
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      found.push({ start, end: changed.node.getEnd(), by: changed.by, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The text with one mutation. */
export function mutate(text: string, { start, end, by }: Mutation): string {
  return text.slice(0, start) + by + text.slice(end);
}
