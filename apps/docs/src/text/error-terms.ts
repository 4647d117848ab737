import type { ErrorCause, ErrorEntry } from '@semblance/spec/error-catalog';
import type { Retry } from '@semblance/spec/error-policy';
import type { Localized } from '../site/locale.ts';

/** Names of the fields of an error entry's facts, in the reader's words. */
interface ErrorTerms {
  readonly family: Readonly<Record<ErrorEntry['family'], string>>;
  readonly cause: Readonly<Record<ErrorCause, string>>;
  readonly picture: Readonly<Record<ErrorEntry['picture'], string>>;
  readonly reach: Readonly<Record<ErrorEntry['reach'], string>>;
  readonly retry: Readonly<Record<Retry, string>>;
  readonly retryMeaning: Readonly<Record<Retry, string>>;
}

const english: ErrorTerms = {
  family: {
    operation: 'Answered by the action',
    gateway: 'Answered by the gateway',
    upload: 'Answered by the upload form',
  },
  cause: {
    'time-out': 'Time-out',
    picture: 'The picture',
    instance: 'Instance',
    'other-operation': 'Other operation',
    request: 'Request',
    upload: 'Upload',
    permission: 'Permission',
    'flow-control': 'Flow control',
    engine: 'Engine',
    credentials: 'Credentials',
    signature: 'Signature',
    transport: 'Transport',
  },
  picture: { none: 'No picture', primary: 'First picture', secondary: 'Second picture', either: 'Either picture' },
  reach: {
    real: 'Answered by every engine',
    optional: 'Only with an optional part',
    simulated: 'Cloud only; here a simulation',
  },
  retry: {
    never: 'Do not retry',
    once: 'Retry once',
    backoff: 'Retry with backoff',
    'retry-after': 'Retry if told when',
    clock: 'Fix the clock, retry once',
  },
  retryMeaning: {
    never: 'The same request will fail again: change it first.',
    once: 'One more try with a fresh signature is worthwhile. If it fails again, look for the cause.',
    backoff: 'Try again with a fresh signature, waiting longer each time and at least as long as `Retry-After` says.',
    'retry-after': 'Try again only if the answer carries `Retry-After`, and then after that many seconds.',
    clock: 'Correct your clock by the answer’s `Date` header, sign again, and try once.',
  },
};

const chinese: ErrorTerms = {
  family: { operation: '由操作返回', gateway: '由网关返回', upload: '由上传表单返回' },
  cause: {
    'time-out': '超时',
    picture: '图片',
    instance: '实例',
    'other-operation': '其他操作',
    request: '请求',
    upload: '上传',
    permission: '权限',
    'flow-control': '流量控制',
    engine: '引擎',
    credentials: '凭证',
    signature: '签名',
    transport: '传输',
  },
  picture: { none: '与图片无关', primary: '第一张图片', secondary: '第二张图片', either: '任意一张图片' },
  reach: { real: '每个引擎都会返回', optional: '仅在启用可选部件后', simulated: '仅云端返回，此处为模拟' },
  retry: {
    never: '不要重试',
    once: '可重试一次',
    backoff: '退避重试',
    'retry-after': '按提示时间重试',
    clock: '校准时钟后重试一次',
  },
  retryMeaning: {
    never: '同样的请求还会失败，请先修改请求。',
    once: '重新签名后值得再试一次；若仍失败，请查找原因。',
    backoff: '重新签名后重试，每次等待更久，且不短于 `Retry-After`。',
    'retry-after': '仅当应答带有 `Retry-After` 时，等待相应秒数后重试。',
    clock: '按应答的 `Date` 头校准时钟，重新签名后再试一次。',
  },
};

/** Terms of the error pages in both languages. */
export const errorTerms: Localized<ErrorTerms> = { en: english, zh: chinese };
