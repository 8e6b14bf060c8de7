import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';

import { openClock, type Clock } from './clock.ts';
import type { Target, World } from './world.ts';

export type Keys = { signingSecret: string; botToken: string; appToken?: string | undefined };
export type Body = Record<string, unknown>;
/** One request to the Web API or a response_url, as tests want to count them. */
export type Call = { method: string; atMs: number; args: Body; error?: string; faults?: string[] };

/** A way in which Slack can be made to fail; `times` counts down, absent means until `behave`. */
export interface Fault {
  method: string;
  kind: 'slow' | 'status' | 'ratelimited' | 'error' | 'cut-before' | 'cut-after' | 'hold';
  ms?: number;
  status?: number;
  retryAfter?: number;
  code?: string;
  times?: number;
}

export type Outgoing =
  | { kind: 'command'; body: Record<string, string> }
  | { kind: 'interaction'; body: Body }
  | { kind: 'event'; body: Body; retryNum?: number; retryReason?: string };

/** The app did not take a request: `operation_timeout` or `dispatch_failed`, as Slack calls it. */
export class Unanswered extends Error {}

/** A refusal; its message is the name in Slack's documentation. */
export class ApiError extends Error {
  readonly faults: string[];

  constructor(code: string, faults: string[] = []) {
    super(code);
    this.faults = faults;
  }
}

/** All there is of Slack: `world` is kept in the snapshot, the rest lives as long as the process. */
export class Double {
  readonly world: World;
  readonly keys: Keys;
  /** Of what is said and what happens. Signatures, trigger ids and response_urls keep to the real time. */
  readonly clock: Clock;
  url = '';
  eventsUrl = '';
  /** Open Socket Mode connections; while there is one, everything goes there. */
  lines: ((outgoing: Outgoing) => Promise<unknown>)[] = [];
  tickets = new Set<string>();
  faults: Fault[] = [];
  /** Lets go of the answers that a `hold` keeps back. */
  held: (() => void)[] = [];
  /** Answer to every token, as after an uninstall. */
  rejectsWith: string | undefined;
  /** As where a plan, or an older Slack, has no charts. */
  refusesCharts = false;
  isWithholding = false;
  withheld: Body[] = [];
  /** 1 is Slack's own pace of retries: at once, after a minute, after five. */
  retryDelayFactor = 1;
  calls: Call[] = [];
  /** Things Slack lets pass in silence and a developer should know. */
  notes: string[] = [];
  lastSent = new Map<string, Outgoing>();
  /** Writes the snapshot at once, where there is one. */
  keep = (): void => undefined;
  readonly changes = new EventEmitter().setMaxListeners(0);
  readonly stopping = new AbortController();

  constructor(world: World, keys: Keys) {
    this.world = world;
    this.keys = keys;
    this.clock = openClock(world);
  }

  changed(): void {
    this.changes.emit('change');
  }

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text);
  }

  /** Looks again after every change, until there is something to see or the time is over. */
  async until<T>(timeoutMs: number, look: () => T | undefined): Promise<T | undefined> {
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), this.stopping.signal]);
    for (;;) {
      const seen = look();
      if (seen !== undefined || signal.aborted || timeoutMs === 0) return seen;
      await once(this.changes, 'change', { signal }).catch(() => undefined);
    }
  }

  releaseHeld(): void {
    for (const release of this.held.splice(0)) release();
  }
}

export const secret = () => randomBytes(12).toString('hex');

/** What a trigger id or response_url is good for, and what Slack says of one it can't take. */
type Terms = [lifeMs: number, uses: number, unknown: string, used: string, expired: string];
const TRIGGER: Terms = [3000, 1, 'invalid_trigger_id', 'exchanged_trigger_id', 'expired_trigger_id'];
const HOOK: Terms = [30 * 60_000, 5, 'expired_url', 'used_url', 'expired_url'];

export const issueTrigger = ({ world }: Double, personId: string) => issue(world, { personId });
export const issueHook = ({ world, url }: Double, target: Target) => `${url}/hooks/${issue(world, target)}`;
export const redeemTrigger = ({ world }: Double, id: string) => redeem(world, id, TRIGGER);
export const redeemHook = ({ world }: Double, id: string) => redeem(world, id, HOOK);

function issue({ grants }: World, target: Target): string {
  for (const [old, { issuedAtMs }] of Object.entries(grants))
    if (Date.now() - issuedAtMs > 2 * HOOK[0]) delete grants[old];
  const id = `${Date.now()}.${secret()}`;
  grants[id] = { ...target, issuedAtMs: Date.now(), uses: 0 };
  return id;
}

/** Returns whose it is. @throws ApiError */
function redeem({ grants }: World, id: string, [lifeMs, uses, unknown, used, expired]: Terms): Target {
  const grant = grants[id];
  if (!grant) throw new ApiError(unknown);
  if (grant.uses >= uses) throw new ApiError(used);
  if (Date.now() - grant.issuedAtMs > lifeMs) throw new ApiError(expired);
  grant.uses += 1;
  return grant;
}

/** Makes all that has been issued or posted so far look older. */
export function age({ world }: Double, ms: number): void {
  for (const grant of Object.values(world.grants)) grant.issuedAtMs -= ms;
  for (const channel of Object.keys(world.lastPostMs)) world.lastPostMs[channel]! -= ms;
}
