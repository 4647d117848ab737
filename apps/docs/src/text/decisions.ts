/** A decision in short: what it is called, and what was chosen. */
export interface DecisionText {
  readonly title: string;
  /** Backticks mark code. */
  readonly choice: string;
}

/** The decisions in Chinese, by number; the English text is the repository's own. */
export const decisionsInChinese: Readonly<Partial<Record<number, DecisionText>>> = {
  1: {
    title: '契约用 TypeSpec 编写',
    choice:
      '39 个错误码、两种应答结构、各项限制与两种签名，客户端、模拟服务、服务端与文档站都要用到，而且是两种语言。它们只写一次，用 TypeSpec 加上少量自定义装饰器；小型生成器写出 OpenAPI、类型、错误目录与示例。原因拼错或缺少语言都无法通过编译。',
  },
  2: {
    title: '包之间直接引用源码',
    choice:
      '每个包以专用条件 `@semblance/source` 导出 TypeScript 源码，因此测试与命令无需先构建。发布的包由 `tsc` 构建，不使用该条件。',
  },
  3: {
    title: '三个共享的包',
    choice:
      '签名、应答结构与图片文件头由传输两端共用，纯函数、无 I/O。共用会掩盖两侧同时犯的错误，因此公开的测试向量、官方客户端与其他程序生成的文件才是有分量的测试。',
  },
  4: {
    title: 'Node 随 npm ci 提供',
    choice: '合适版本的 Node 是一个可选依赖，版本锁定，无安装脚本。只有 Node 20 的机器也能运行全部内容。',
  },
  5: {
    title: '每个图片错误码只有一个含义',
    choice:
      '只有当错误信息与说明都符合实际情况时，才返回该错误码。多处不合格时，按固定顺序返回第一个，先第一张图片，后第二张。',
  },
  6: {
    title: '引擎不访问任何 URL',
    choice: '图片参数中的地址只是引擎自身上传存储的键，只查找、不请求。其他形似 URL 的内容一律为 `InvalidPicUrl`。',
  },
  7: {
    title: '客户端内核小巧，Node 使用专门的传输层',
    choice:
      '少数调用方才需要的部分（签名、上传、检查、批量比对）按需加载。字节如何发送集中在一个模块：在 Node 下解析为 `node:http`，处理器耗时约为 `fetch` 的三分之一；在其他平台解析为 `fetch`。其余代码在所有平台上相同。',
  },
  8: {
    title: '模拟服务是一个内核，多种外壳',
    choice:
      '`createMock()` 以普通值决定应答。MSW 处理器、独立服务与页面内适配器只负责传入和传出。应答结构、表单、签名与文件头来自共享的包；检查顺序、状态与上传在模拟服务和引擎中各写一次，由 `tests/conformance` 中的文本用例约束一致。',
  },
  9: {
    title: '得分权衡三种假设',
    choice:
      '三种线性假设各给出对数几率：一张图片的一部分出现在另一张中（特征点与局部）；同一物品在同一场景中（采用那次测量的比例）；同一物品在不同场景中（在此拟合，不用颜色）。几率相加，再由一条递增曲线换算为得分。各假设均经平移，使其单独使用时放过的无关图片对比例相同。',
  },
  10: {
    title: '主动寻找差异',
    choice:
      '得分高到值得追问时，把一张图片叠放到另一张上逐格比较（`packages/engine/src/score/difference`）。整体再次出现的保留得分；形式相同而印刷或颜色不同的，低于“几乎可以肯定”，素净的物品（如瓶子、T 恤）上明显不同的，低于“很可能”；只共有一部分的，低于“很可能”；内容不同的，低于“可能”。',
  },
  11: {
    title: '保留原生运行库，关闭其遥测',
    choice:
      '使用 onnxruntime-node，只由一个文件（`packages/engine/src/model/onnx-runtime.ts`，由 `npm run arrows` 的规则保证）加载，该文件先关闭遥测。工作进程通过环境变量得到同一开关。',
  },
  12: {
    title: '原生运行库按平台提供，无需安装脚本',
    choice:
      '打包（`npm run pack`）时，由锁文件所列的 onnxruntime-node 制成 `@semblance/runtime-<os>-<cpu>`：其 JavaScript 与一个平台的二进制文件，未经改动，沿用微软的 MIT 许可。发布的引擎把它们列为带有 `os`、`cpu` 与 `libc` 的可选依赖，npm 只安装适合的那一个。',
  },
  13: {
    title: '引擎有九个房间和一个组合根',
    choice:
      '九个房间：`config`、`ingest`、`features`、`score`、`model`、`compare`、`workers`、`request`、`cli`，以及组合根 `lifecycle`。哪个房间可以使用哪个，只写在 `scripts/rooms.json` 一处；检查规则、README 中的表格与文件夹都与之比对。不发布的内容集中在私有工作区 `tools`。',
  },
  14: {
    title: '一次比较由一个工作进程完成',
    choice:
      '工作进程得到两张图片，只返回得分；特征与像素不再往返。它依次分析两张图片并报告当前步骤，时限从该步骤算起，工作进程丢失时只归咎于当时处理的那张图片。分析过的图片保留在该进程的内存中，以字节数为上限，其后才是磁盘缓存。没有自设速率的实例，在有空闲工作进程时不计数。两张图片都未见过而另有工作进程空闲、且无人排队时，由它分析第二张，特征经主进程原样送回。请求正文读入一块缓冲区，图片一趟解码，经专用管道送达工作进程，消息以 JSON 传递，用过的内存立即归还。',
  },
  17: {
    title: '大量图片对：文件、文件夹与队列',
    choice:
      '图片对文件与结果文件的读写由客户端与引擎共用（`@semblance/wire/rows`）。文件夹的每个文件只计算一次特征，由 `compare` 的工作进程完成并写入磁盘缓存；候选对由嵌入向量的分块点积精确得出，文件超过五千个且已安装 usearch 时改用其 HNSW 索引；只有候选对做完整比对。跨机器时，图片对经由 BullMQ 分发，队列按模型与校准命名，图片从共享文件夹读取。',
  },
  18: {
    title: '存储位于端口之后，各自规定“不可用”时的行为',
    choice:
      'nonce、令牌桶、上传与特征是四个小端口。每个端口都有内置默认实现，以及仅在配置后才加载的 Valkey 或 Redis 适配器；上传也可存放于 S3 兼容存储。适配器的每一步都是一段按存储自身时钟执行的原子脚本，每次调用都有时限，失败后一秒内视为不可用。不可用时：nonce 一律拒绝，令牌桶按运维者的选择，上传失败可重试，特征视为未命中。特征缓存中的条目须摘要、图片、模型、校准版本与形式都相符才会采用，总字节数在写入脚本中限定。工作进程自行查询特征缓存，其地址独立于其他端口，通过环境变量交给工作进程。',
  },
};
