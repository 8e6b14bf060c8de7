import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Ran } from './jobs/worker.ts';

export interface Metrics {
  readonly registry: Registry;
  observeVisit(kind: string, outcome: 'done' | 'fault', seconds: number): void;
  observeJob(name: string, outcome: Ran, seconds: number): void;
  /** A note on somebody's wording was shown, by the rule that made it; or its reader called it mistaken. */
  noteShown(rule: string): void;
  noteDisputed(rule: string): void;
  /** Asked when somebody reads the metrics; `NaN` where it can't be told. */
  gauge(name: string, help: string, read: () => Promise<number>): void;
}

/** Figures about the system, never about a person: no label names anybody. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const visits = new Histogram({
    name: 'flagpost_visit_seconds',
    help: 'From a request of Slack to the moment its answer was ready, by kind and outcome.',
    labelNames: ['kind', 'outcome'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
    registers,
  });
  const jobs = new Counter({
    name: 'flagpost_jobs_total',
    help: 'Jobs that were run, by name and outcome (done, later, retry, dead).',
    labelNames: ['name', 'outcome'],
    registers,
  });
  const jobSeconds = new Histogram({
    name: 'flagpost_job_seconds',
    help: 'How long jobs took, by name.',
    labelNames: ['name'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 3, 5, 10],
    registers,
  });
  const notes = (name: string, help: string): Counter =>
    new Counter({ name, help, labelNames: ['rule'], registers });
  const shown = notes(
    'flagpost_lens_shown_total',
    'Notes on somebody’s wording, counted when they are first shown, by rule.',
  );
  const disputed = notes(
    'flagpost_lens_disputed_total',
    'Notes of which their reader said that it is no blame, by rule.',
  );
  return {
    registry,
    observeVisit: (kind, outcome, seconds) => visits.observe({ kind, outcome }, seconds),
    observeJob: (name, outcome, seconds) => {
      jobs.inc({ name, outcome });
      jobSeconds.observe({ name }, seconds);
    },
    noteShown: (rule) => shown.inc({ rule }),
    noteDisputed: (rule) => disputed.inc({ rule }),
    gauge: (name, help, read) => addGauge(registry, name, help, read),
  };
}

function addGauge(registry: Registry, name: string, help: string, read: () => Promise<number>): void {
  const collect = async function (this: Gauge): Promise<void> {
    this.set(await inTime(read()).catch(() => Number.NaN));
  };
  registry.registerMetric(new Gauge({ name, help, registers: [], collect }));
}

/** Whoever reads the metrics wants them above all while the database hangs. */
const patienceMs = 2000;

async function inTime(reading: Promise<number>): Promise<number> {
  const late = Promise.withResolvers<number>();
  const timer = setTimeout(() => late.resolve(Number.NaN), patienceMs);
  try {
    return await Promise.race([reading, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
