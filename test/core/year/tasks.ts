import { Temporal } from 'temporal-polyfill';

type Instant = Temporal.Instant;

/** Nobody looks: the bot is away. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant;
}

interface Task {
  readonly at: Instant;
  readonly run: () => void;
}

/** What is to happen, and when nobody looks. */
export interface Tasks {
  now: Instant;
  readonly outages: readonly Outage[];
  readonly tasks: Task[];
}

/** What time brings about: the sweep finds it then, or once it is back. */
export function found(world: Tasks, at: Instant, run: () => void): void {
  const outage = world.outages.find(({ from, to }) => isBefore(from, at) && isBefore(at, to));
  later(world, outage?.to ?? at, run);
}

export function isBefore(one: Instant, other: Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

export function later({ tasks }: Tasks, at: Instant, run: () => void): void {
  let low = 0;
  let high = tasks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Temporal.Instant.compare(tasks[middle]?.at ?? at, at) <= 0) low = middle + 1;
    else high = middle;
  }
  tasks.splice(low, 0, { at, run });
}

/** Until nothing is left that would happen before `end`. */
export function runUntil(world: Tasks, end: Instant): void {
  for (;;) {
    const [task] = world.tasks;
    if (task === undefined || Temporal.Instant.compare(task.at, end) > 0) break;
    world.tasks.shift();
    if (Temporal.Instant.compare(task.at, world.now) > 0) world.now = task.at;
    task.run();
  }
  world.now = end;
}
