import type { Localized } from '../site/locale.ts';

interface OpenApiPageText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly download: string;
  readonly document: string;
  readonly english: string;
  readonly chinese: string;
  readonly importing: string;
  readonly importSteps: readonly string[];
  readonly limits: string;
  readonly limitLines: readonly string[];
}

const english: OpenApiPageText = {
  title: 'OpenAPI document',
  description: 'The contract as OpenAPI 3.1, in English and Chinese, with an example of every answer in JSON and XML.',
  lead: 'The contract as OpenAPI 3.1, with an example of every answer in JSON and XML.',
  download: 'Download',
  document: 'Document',
  english: 'English',
  chinese: 'Chinese',
  importing: 'Import it',
  importSteps: [
    'Postman: Import → choose the file. Set the collection variable `baseUrl` to your endpoint.',
    'Insomnia, Bruno, Hoppscotch: Import → OpenAPI → choose the file.',
    'Code generators: the schemas are plain; errors are one schema per HTTP status with the codes as constants.',
  ],
  limits: 'What OpenAPI cannot say',
  limitLines: [
    'The signature. A generated client sends the request unsigned; an engine on your own machine accepts that, the cloud does not. Use our client or an official SDK to sign.',
    'That `GET /` and `POST /` take the same parameters: they stand as two operations.',
  ],
};

const chinese: OpenApiPageText = {
  title: 'OpenAPI 文档',
  description: '以 OpenAPI 3.1 描述的接口契约，中英文两份，含每种应答的 JSON 与 XML 示例。',
  lead: '以 OpenAPI 3.1 描述的接口契约，含每种应答的 JSON 与 XML 示例。',
  download: '下载',
  document: '文档',
  english: '英文',
  chinese: '中文',
  importing: '导入',
  importSteps: [
    'Postman：Import → 选择文件，再把集合变量 `baseUrl` 设为你的接入地址。',
    'Insomnia、Bruno、Hoppscotch：Import → OpenAPI → 选择文件。',
    '代码生成器：结构简单；错误按 HTTP 状态码各一个结构，错误码以常量列出。',
  ],
  limits: 'OpenAPI 表达不了的内容',
  limitLines: [
    '签名。生成的客户端发送未签名的请求；本机引擎可以接受，云端不接受。需要签名时请使用我们的客户端或官方 SDK。',
    '`GET /` 与 `POST /` 的参数相同，但在文档中写作两个操作。',
  ],
};

/** Words of the page about the OpenAPI document. */
export const openApiPageText: Localized<OpenApiPageText> = { en: english, zh: chinese };
