import type { PageWords } from './page-words.ts';

/** The page in English. */
export const english: PageWords = {
  title: 'Capacity',
  description: 'Pairs per second by picture size, latency by load, and what to set for the load you expect.',
  plot: {
    latency: 'Latency, ms (two workers)',
    throughput: 'Pairs a second (modelled)',
    measured: 'measured',
    modelled: 'modelled',
    load: 'load',
    cores: 'cores',
    linear: 'in proportion to cores',
  },
  plotAlt: 'Left: latency against load, measured and modelled. Right: modelled pairs a second against cores.',
  plotFile: 'capacity.svg',
  intro: ({ date, machine, reference, calibration }, { perCore, knownTimes }) =>
    `**One core compares about ${perCore} pairs of new pictures a second** (${reference}); a pair that comes again costs 1/${knownTimes} of that. Measured on ${date} with \`npm run capacity\` on ${machine.cores} cores of “${machine.cpu}” under Node ${machine.node}, calibration \`${calibration}\`; yours will differ, and [takes five minutes to measure](#on-your-machine).`,
  costHeading: 'What a pair costs',
  costHead: [
    'Pair',
    'Body, kB',
    'Main process, CPU ms',
    'Worker, CPU ms',
    'Pairs/s a core',
    'p50, ms',
    'p99, ms',
    'Memory of the worker, MB',
  ],
  costText: () =>
    'CPU time by process; latency of one call at a time, by a caller on the same machine, without the time in which the engine waited for a core that other programs had. *Copies* are laid over each other to see what differs, of *known* pictures the features come from the worker’s memory, and *the same pair again* is answered with what it was answered before. Every other picture is one that nobody has sent before. *A model of your own* runs a second network beside the built-in one, here of the same size; a larger one costs what it costs (`--manifest`).',
  settingHeading: 'What to set',
  settingText: ({ plannedLoad, cores }) =>
    `For new pairs of the reference kind, on machines of up to ${cores} cores that run at ${plannedLoad} of what they can do; add a machine where one may fail. \`npm run capacity -- --from results.json --for 120 --cores 4\` says it for others.`,
  settingHead: [
    'Pairs/s',
    'Machines × cores',
    '`limits.workers`',
    '`limits.queueLength`',
    '`limits.requestMs`',
    'Memory of an engine, MB',
    'p99, ms',
  ],
  settingAfter:
    'The queue holds what an engine does in a second: whoever finds it full is told at once (`DeniedRequest`, with `Retry-After`) instead of waiting for an answer that comes too late. `requestMs` is twice a full queue and a slow answer; let callers wait a little longer than it. The vendor’s SDK gives up after 3 s unless both of its timeouts are raised. In Kubernetes ask for as many CPUs as workers, and scale on `semblance_queue_wait_seconds`.',
  loadHeading: 'Latency under load',
  loadText: ({ fittedError, checkedError }) =>
    `Calls at random times, whoever is still waiting. Each cell says *measured / modelled*; 100 % is what the model says this machine can do, caller included. The model was fitted to one call at a time; with one worker its latencies miss by ${fittedError} in the median, with two, to which nothing was fitted, by ${checkedError}. *Had a core* is the share of the time in which the engine’s threads could run that they did: what is missing went to other programs and to each other.`,
  loadHead: ['Workers', 'Load', 'Calls/s', 'p50, ms', 'p99, ms', 'Denied', 'Had a core'],
  machineHeading: 'Beyond this machine',
  machineText: ({ mainMs, mostPairs, plannedLoad }) =>
    `Simulated: one worker a core, callers elsewhere, latencies at ${plannedLoad}. The main process takes ${mainMs} ms a pair and is one thread, so that one engine does at most ${mostPairs} pairs a second, whatever its cores: start a second engine before that, [behind one address](/guides/machines/).`,
  machineHead: ['Cores', 'Pairs/s', 'A core', 'p50, ms', 'p99, ms'],
  ownHeading: 'On your machine',
  ownText: `In a clone of the repository, while the machine does nothing else:

\`\`\`sh
npm ci
npm run capacity -- --out results.json --svg capacity.svg
npm run capacity -- --from results.json --for 120 --cores 4
npm run capacity -- --manifest my-model.yaml # with a model of your own
\`\`\`

A running engine measures itself as well: \`semblance_capacity_comparisons_per_second\` on the admin port is what its workers do with the pictures they really get, and \`semblance_stage_seconds\` says where the time goes.`,
  modelHeading: 'The model and what it assumes',
  modelText: `Two stations in a row, simulated event by event: the main process serves one pair at a time, in order; behind it is a bounded queue with *c* workers.

- Calls arrive at random and independently (a Poisson process). Real ones come in bursts: hence the reserve.
- A worker’s times are drawn from those measured, without the main process’s and the caller’s share.
- Where a second worker is idle it analyses the second picture of a pair, which then takes 55 % of its time and both workers.
- Whoever works shares the cores: when more are wanted than there are, everything goes slower alike. Caches, memory bandwidth and hyper-threads are not modelled, so that 16 real cores may do less than is said here.
- Other programs on the measuring machine are in the model as cores that are wanted all the time: as many as make the engine wait for cores as long as the system says that it did.
- The main process spends 90 % of its time on a pair before a worker has it.
- The network between caller and engine takes no time.`,
  kinds: {},
};
