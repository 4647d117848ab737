import type { PageWords } from './page-words.ts';

/** The page in Chinese. */
export const chinese: PageWords = {
  title: '容量',
  description: '不同图片尺寸每秒可比对的对数、不同负载下的延迟，以及按预期负载应如何设置。',
  plot: {
    latency: '延迟（毫秒，两个工作进程）',
    throughput: '每秒对数（模型）',
    measured: '实测',
    modelled: '模型',
    load: '负载',
    cores: '核心数',
    linear: '与核心数成正比',
  },
  plotAlt: '左：延迟与负载的关系，实测与模型。右：模型给出的每秒对数与核心数的关系。',
  plotFile: 'zh/capacity.svg',
  intro: ({ date, machine, reference, calibration }, { perCore, knownTimes }) =>
    `**一个核心每秒约可比对 ${perCore} 对新图片**（${reference}）；同一对再次出现时，开销仅为其 1/${knownTimes}。数据于 ${date} 由 \`npm run capacity\` 在“${machine.cpu}”的 ${machine.cores} 个核心上测得（Node ${machine.node}，校准版本 \`${calibration}\`）。您的机器会有所不同，[测量只需五分钟](#在您的机器上测量)。`,
  costHeading: '一对图片的开销',
  costHead: [
    '图片对',
    '请求体，kB',
    '主进程 CPU，毫秒',
    '工作进程 CPU，毫秒',
    '每核心每秒对数',
    'p50，毫秒',
    'p99，毫秒',
    '工作进程内存，MB',
  ],
  costText: () =>
    'CPU 时间按进程统计；延迟为逐个调用、调用方在同一台机器上时的数值，已扣除引擎等待被其他程序占用的核心的时间。“副本”会被相互叠加以查找差异；“见过”的图片，其特征取自工作进程的内存；“同一对再次出现”时，直接以先前的结果作答。其余图片均从未发送过。“自有模型”一行在内置网络之外再运行一个同样大小的网络；更大的模型，代价随之增加（`--manifest`）。',
  settingHeading: '如何设置',
  settingText: ({ plannedLoad, cores }) =>
    `适用于参照类型的新图片对，使用不超过 ${cores} 核的机器，按其能力的 ${plannedLoad} 运行；如需容忍一台故障，请再加一台。\`npm run capacity -- --from results.json --for 120 --cores 4\` 可计算其他情形。`,
  settingHead: [
    '每秒对数',
    '机器数 × 核心数',
    '`limits.workers`',
    '`limits.queueLength`',
    '`limits.requestMs`',
    '单个引擎内存，MB',
    'p99，毫秒',
  ],
  settingAfter:
    '队列容纳引擎一秒内的工作量：队列已满时立即告知调用方（`DeniedRequest`，附 `Retry-After`），而不是让其等待一个来得太迟的应答。`requestMs` 为排满的队列加上一次较慢应答的两倍；调用方的等待时间应略长于它。官方 SDK 默认 3 秒后放弃，除非同时调大两个超时。在 Kubernetes 中请申请与工作进程数相同的 CPU，并按 `semblance_queue_wait_seconds` 伸缩。',
  loadHeading: '负载下的延迟',
  loadText: ({ fittedError, checkedError }) =>
    `调用在随机时刻到达，不论之前的是否已应答。每格为“实测 / 模型”；100 % 为模型认为本机（含调用方）所能承担的上限。模型按逐个调用拟合；一个工作进程时其延迟的误差中位数为 ${fittedError}，未参与拟合的两个工作进程时为 ${checkedError}。“得到核心”是引擎的线程在可运行时实际运行的时间占比，其余被其他程序或彼此占用。`,
  loadHead: ['工作进程', '负载', '每秒调用', 'p50，毫秒', 'p99，毫秒', '被拒', '得到核心'],
  machineHeading: '超出本机的规模',
  machineText: ({ mainMs, mostPairs, plannedLoad }) =>
    `模拟结果：每核心一个工作进程，调用方在别处，延迟取 ${plannedLoad} 负载时的值。主进程为单线程，每对耗时 ${mainMs} 毫秒，因此无论多少核心，单个引擎每秒至多 ${mostPairs} 对；在此之前请启动第二个引擎，置于[同一地址之后](/zh/guides/machines/)。`,
  machineHead: ['核心数', '每秒对数', '每核心', 'p50，毫秒', 'p99，毫秒'],
  ownHeading: '在您的机器上测量',
  ownText: `在仓库的克隆中运行，期间机器不要做其他事情：

\`\`\`sh
npm ci
npm run capacity -- --out results.json --svg capacity.svg
npm run capacity -- --from results.json --for 120 --cores 4
npm run capacity -- --manifest my-model.yaml # 使用自己的模型
\`\`\`

运行中的引擎也会自行测量：管理端口上的 \`semblance_capacity_comparisons_per_second\` 是其工作进程处理实际图片的能力，\`semblance_stage_seconds\` 说明时间花在何处。`,
  modelHeading: '模型及其假设',
  modelText: `两个串联的服务站，按事件逐一模拟：主进程依次处理，一次一对；其后是有上限的队列与 *c* 个工作进程。

- 调用随机且相互独立地到达（泊松过程）。实际调用往往成批到达，因此需要留有余量。
- 工作进程的耗时从实测值中抽取，已扣除主进程与调用方的部分。
- 另有空闲的工作进程时，由它分析第二张图片：该对耗时为原来的 55 %，期间占用两个工作进程。
- 所有工作共享核心：所需超过现有时，一律同样变慢。未模拟 CPU 缓存、内存带宽与超线程，因此 16 个真实核心可能低于此处的数值。
- 测量机器上的其他程序，以“始终需要若干核心”的形式计入模型；核心数取使引擎等待核心的时间与系统报告的一致者。
- 主进程在每对图片上 90 % 的时间花在交给工作进程之前。
- 调用方与引擎之间的网络不耗时。`,
  kinds: {
    'JPEG 1.1 MP, a model of your own': 'JPEG 1.1 MP，自有模型',
    'JPEG 1.1 MP, copies': 'JPEG 1.1 MP，副本',
    'JPEG 1.1 MP, one known': 'JPEG 1.1 MP，见过一张',
    'JPEG 1.1 MP, both known': 'JPEG 1.1 MP，两张都见过',
    'JPEG 1.1 MP, the same pair again': 'JPEG 1.1 MP，同一对再次出现',
  },
};
