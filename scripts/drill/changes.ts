import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The values that the drill gives to limits. */
export const drilled = {
  pictureMaxBytes: 10 * 1024 * 1024,
  transferTimeoutMs: 2000,
  instanceNameMaxLength: 14,
  minPixels: 64,
  maxPixels: 5000,
} as const;

/** What a second action is called in the drill, and a 40th code. */
export const newAction = { name: 'DrillAction', version: '2026-01-01' } as const;
export const newCode = { name: 'DrillCode', httpStatus: 400, message: 'The drill says so.' } as const;

interface Change {
  readonly file: string;
  readonly what: string | RegExp;
  readonly by: string;
}

const text = (name: string): string => `/** ${name}. */ @docZh("${name}。字段。") @example`;

/** One optional field of every kind of type, with its example. */
const fields = `
  ${text('DrillInteger')}(7) DrillInteger?: int32;
  ${text('DrillNumber')}(0.5) DrillNumber?: float32;
  ${text('DrillFlag')}(true) DrillFlag?: boolean;
  ${text('DrillChoice')}("left") DrillChoice?: "left" | "right";
  ${text('DrillDate')}(plainDate.fromISO("2026-01-09")) DrillDate?: plainDate;
  ${text('DrillTexts')}(#["a", "b"]) DrillTexts?: string[];
  /** DrillObject. */ @docZh("对象。") DrillObject?: DrillObject;
`;

const object = `
/** What a field of the drill holds. */ @docZh("字段的内容。")
model DrillObject { ${text('Kind')}("k") Kind: string; ${text('Size')}(3) Size: int64; }
`;

const error = `
  @errorInfo(#{
    message: "${newCode.message}",
    meaning: #{ en: "The drill added this code.", zh: "演练新增的错误码。" },
    trigger: #{ en: "Never outside of the drill.", zh: "仅在演练中出现。" },
    fix: #{ en: "Nothing to do.", zh: "无需处理。" },
    cause: "picture",
    reach: "real",
  })
  ${newCode.name},
`;

const action = `
/** Parameters that choose it. */
model DrillRouting {
  /** Name of the action. */ @docZh("操作名称。") @query Action: "${newAction.name}";
  /** Version of the interface. */ @docZh("接口版本。") @query Version: "${newAction.version}";
  ...AnswerChoice;
}

/** What it takes: no pictures. */ @docZh("参数，不含图片。")
model DrillForm { ${text('Question')}("why") Question: string; }

/** What it answers. */ @docZh("应答。") @Xml.name("${newAction.name}Response")
model DrillResult {
  /** Identifies the request. */ @docZh("请求标识。") @example("B3137727-7D6E-488C-BA21-0E034C38A879") RequestId: RequestId;
  ${text('Answer')}("because") Answer: string;
}

/** It is answered. */ @docZh("已应答。")
model DrillSuccess {
  @statusCode statusCode: 200;
  @header contentType: AnswerMediaType;
  /** Equal to the body's. */ @docZh("与应答体相同。") @header("x-acs-request-id") requestId: RequestId;
  @body result: DrillResult;
}

/** Answers a question. */ @docZh("回答问题。", "回答问题") @summary("Answer a question")
@tag("Compare") @rpcAction("${newAction.name}", "${newAction.version}") @operationId("${newAction.name}")
@route("/./.") @post
op drillAction(
  ...DrillRouting,
  @header contentType: "application/x-www-form-urlencoded",
  @body form: DrillForm,
): DrillSuccess | Refusals;
`;

/** The changes of the contract, all in its TypeSpec. */
export const contractChanges: readonly Change[] = [
  { file: 'spec/limits.tsp', what: /pictureMaxBytes = \d+/, by: `pictureMaxBytes = ${drilled.pictureMaxBytes}` },
  { file: 'spec/limits.tsp', what: /transferTimeoutMs = \d+/, by: `transferTimeoutMs = ${drilled.transferTimeoutMs}` },
  {
    file: 'spec/limits.tsp',
    what: /instanceNameMaxLength = \d+/,
    by: `instanceNameMaxLength = ${drilled.instanceNameMaxLength}`,
  },
  { file: 'spec/models.tsp', what: /minPixels: 100,/g, by: `minPixels: ${drilled.minPixels},` },
  { file: 'spec/models.tsp', what: /maxPixels: 4096,/g, by: `maxPixels: ${drilled.maxPixels},` },
  { file: 'spec/models.tsp', what: '  Msg: string;\n', by: `  Msg: string;\n${fields}` },
  {
    file: 'spec/models.tsp',
    what: '/** A comparison that succeeded. */',
    by: `${object}\n/** A comparison that succeeded. */`,
  },
  { file: 'spec/errors.tsp', what: 'enum OperationError400 {', by: `enum OperationError400 {${error}` },
  { file: 'spec/main.tsp', what: /$/, by: action },
];

/** What a person writes by hand for the new code and action, and nothing else. */
export const handWork: readonly Change[] = [
  {
    file: 'packages/engine/src/compare/failure.ts',
    what: "  | 'body-too-large'",
    by: "  | 'drill-reason'\n  | 'body-too-large'",
  },
  {
    file: 'packages/engine/src/request/answer/error-map.ts',
    what: "  'body-too-large':",
    by: `  'drill-reason': '${newCode.name}',\n  'body-too-large':`,
  },
  {
    file: 'packages/engine/src/request/service.ts',
    what: '  CompareSimilarByImage: compareSimilarByImage,',
    by: `  CompareSimilarByImage: compareSimilarByImage,\n  ${newAction.name}: async (call) => failed(call, { reason: 'drill-reason' }),`,
  },
];

/** Makes changes below `directory`. @throws Error when one finds nothing to change. */
export async function apply(directory: string, changes: readonly Change[]): Promise<void> {
  for (const { file, what, by } of changes) {
    const path = join(directory, file);
    const before = await readFile(path, 'utf8');
    const after = before.replace(what, () => by);
    if (after === before) throw new Error(`${file} has nothing like ${String(what)}`);
    await writeFile(path, after);
  }
}
