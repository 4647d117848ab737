import type { Localized } from '../site/locale.ts';

/** Words of the box that takes what a reader got; also handed to its script. */
export interface FinderText {
  readonly label: string;
  readonly placeholder: string;
  readonly help: string;
  readonly find: string;
  readonly nothing: string;
  readonly request: string;
  readonly toLab: string;
  readonly signature: string;
  readonly alsoLab: string;
  readonly others: string;
  readonly open: string;
  readonly bestMatches: string;
  readonly failed: string;
}

const english: FinderText = {
  label: 'A call failed? Paste what you got',
  placeholder: '{"Code":"DeniedRequest",…} · too big · 403',
  help: 'Error body, exception, log line, status or words, in English or Chinese. It stays in this page.',
  find: 'Find',
  nothing: 'Nothing fits. Try the code alone, the message, or other words; or look through all codes.',
  request: 'This is a request. The signature lab shows what the server signs and where yours differs.',
  toLab: 'Open it in the signature lab',
  signature: 'About a signature: paste the request, and the lab finds the first byte that differs.',
  alsoLab: 'Signature lab',
  others: 'Also',
  open: 'All about this code',
  bestMatches: 'Best matches',
  failed: 'The list of codes did not load. Try again when you are online.',
};

const chinese: FinderText = {
  label: '调用失败？把收到的内容粘贴到这里',
  placeholder: '{"Code":"DeniedRequest",…} · 图片太大 · 403',
  help: '错误正文、异常信息、日志、状态码或中英文词语均可，内容不会离开本页。',
  find: '查找',
  nothing: '没有匹配的内容。请只输入错误码或错误信息，换个词，或浏览全部错误码。',
  request: '这是一个请求。签名实验室会显示服务端参与签名的内容，以及从哪里开始不同。',
  toLab: '在签名实验室中打开',
  signature: '与签名有关：粘贴请求，签名实验室会找出第一个不同的字节。',
  alsoLab: '签名实验室',
  others: '其他可能',
  open: '查看该错误码',
  bestMatches: '最佳匹配',
  failed: '错误码列表未能加载，请联网后重试。',
};

/** Words of the box that takes what a reader got. */
export const finderText: Localized<FinderText> = { en: english, zh: chinese };
