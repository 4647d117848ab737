import { readdirSync } from 'node:fs';
import { arch, platform } from 'node:process';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import { defaultCalibration } from '../../score/default-calibration.ts';

/** Adds metrics of the process and its versions, under the names recommended by Prometheus, read on request. */
export function addProcessMetrics(registry: Registry): void {
  const gauge = (name: string, help: string, read: () => number): void => {
    const made: Gauge = new Gauge({ name, help, registers: [], collect: () => made.set(read()) });
    registry.registerMetric(made);
  };
  gauge('process_cpu_seconds_total', 'Processor time of this process; workers have processes of their own.', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  gauge('process_resident_memory_bytes', 'Resident memory of this process.', () => process.memoryUsage.rss());
  gauge('process_start_time_seconds', 'When this process started, seconds since 1970.', () =>
    Math.round(performance.timeOrigin / 1000),
  );
  gauge('process_open_fds', 'Open file descriptors; -1 where the system does not tell.', openFiles);
  const build = new Gauge({
    name: 'semblance_build_info',
    help: 'Always 1; what runs is in the labels.',
    labelNames: ['node', 'platform', 'calibration'],
    registers: [registry],
  });
  build.set({ node: process.version, platform: `${platform}-${arch}`, calibration: defaultCalibration.version }, 1);
}

function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return -1;
  }
}
