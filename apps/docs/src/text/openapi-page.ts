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
  readonly generate: string;
  readonly generateLines: readonly string[];
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
  generate: 'Generate a client',
  generateLines: [
    'Four generators, each from the file to a typed score. Save `openapi.yaml` in an empty folder with two pictures, the program as `compare.mts`, and start an engine: `npm start -- --port 8080 --allow-anonymous`.',
    '`Action` and `Version` are required and have one value each. Without `Format` and `Accept` the answer is JSON; the types say what is in it, failures included.',
    '`tests/generated-clients` generates these clients anew, type-checks calls, and makes them against engine and mock, in both formats.',
  ],
  limits: 'What OpenAPI cannot say',
  limitLines: [
    'The signature. A generated client sends the request unsigned. An engine takes that from its own machine when it was started with `--allow-anonymous`, the cloud never. Use our client or an official SDK to sign.',
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
  generate: '生成客户端',
  generateLines: [
    '以下四种生成器，均可从文档一路得到带类型的分数。把 `openapi.yaml` 与两张图片放进空目录，将程序存为 `compare.mts`，并启动引擎：`npm start -- --port 8080 --allow-anonymous`。',
    '`Action` 与 `Version` 必填，各只有一个取值。未传 `Format` 与 `Accept` 时返回 JSON；类型描述了应答的全部内容，包括失败的应答。',
    '`tests/generated-clients` 会重新生成这些客户端，对调用做类型检查，并以两种格式调用引擎与模拟服务。',
  ],
  limits: 'OpenAPI 表达不了的内容',
  limitLines: [
    '签名。生成的客户端发送未签名的请求。引擎以 `--allow-anonymous` 启动后接受本机的此类请求，云端一律不接受。需要签名时请使用我们的客户端或官方 SDK。',
    '`GET /` 与 `POST /` 的参数相同，但在文档中写作两个操作。',
  ],
};

/** Words of the page about the OpenAPI document. */
export const openApiPageText: Localized<OpenApiPageText> = { en: english, zh: chinese };
