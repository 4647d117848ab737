import { Counter, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';

/** Metrics of the stages of a comparison. */
export interface StageMetrics {
  /** Records a stage of a comparison in a worker (`TimedName`). */
  readonly stageDone: (stage: string, seconds: number) => void;
  /** Records a look-up in a layer of the feature cache: memory, disk or shared. */
  readonly cacheAsked: (layer: string, result: 'hit' | 'miss' | 'failed') => void;
}

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Adds the metrics of the stages and of the feature cache. */
export function addStageMetrics(registry: Registry): StageMetrics {
  const registers = [registry];
  const stages = new Histogram({
    name: 'semblance_stage_seconds',
    help: 'Time of stages in workers: analyse (a picture: decode, network, points), score, difference (a pair: detail and more), equal-pixels, and what caches take.',
    labelNames: ['stage'],
    buckets: secondsBuckets,
    registers,
  });
  const cache = new Counter({
    name: 'semblance_feature_cache_total',
    help: 'Pictures looked for in the feature caches, by layer (memory, disk, shared) and result.',
    labelNames: ['layer', 'result'],
    registers,
  });
  return {
    stageDone: (stage, seconds) => stages.observe({ stage }, seconds),
    cacheAsked: (layer, result) => cache.inc({ layer, result }),
  };
}
