import { secret } from './world.ts';
import type { World } from './world.ts';

export interface Keys {
  signingSecret: string;
  botToken: string;
  appToken?: string | undefined;
}

/** One request to the Web API or a response_url, as tests want to count them. */
export interface Call {
  method: string;
  atMs: number;
  args: Record<string, unknown>;
  error?: string | undefined;
}

/** A way in which Slack can be made to fail; `times` counts down, absent means until `behave`. */
export interface Fault {
  method: string;
  kind: 'slow' | 'status' | 'ratelimited' | 'error' | 'cut-before' | 'cut-after' | 'hold';
  ms?: number | undefined;
  status?: number | undefined;
  retryAfter?: number | undefined;
  code?: string | undefined;
  times?: number | undefined;
}

export type Outgoing =
  | { kind: 'command'; body: Record<string, string> }
  | { kind: 'interaction'; body: Record<string, unknown> }
  | { kind: 'event'; body: Record<string, unknown>; retryNum?: number; retryReason?: string };

/** What the app answered; `why` is Slack's name for what went wrong. */
export type Answer =
  | { ok: true; body: unknown }
  | { ok: false; why: 'operation_timeout' | 'dispatch_failed' };

/** How requests reach the app, when not by HTTP to `eventsUrl`. */
export interface Line {
  send(outgoing: Outgoing): Promise<Answer>;
}

/** All there is of Slack: `world` is kept in the snapshot, the rest lives as long as the process. */
export interface Double {
  world: World;
  keys: Keys;
  url: string;
  eventsUrl: string | undefined;
  /** Open Socket Mode connections; while there is one, everything goes there. */
  lines: Line[];
  tickets: Set<string>;
  faults: Fault[];
  held: (() => void)[];
  /** Answer to every token, as after an uninstall. */
  rejectsWith: string | undefined;
  isWithholding: boolean;
  withheld: Record<string, unknown>[];
  /** 1 is Slack's own pace of retries: at once, after a minute, after five. */
  retryDelayFactor: number;
  calls: Call[];
  /** Things Slack lets pass in silence and a developer should know. */
  notes: string[];
  lastSent: Map<string, Outgoing>;
  timers: Set<NodeJS.Timeout>;
  waiting: Set<() => void>;
  save: () => void;
}

/** A refusal by its name in Slack's documentation. */
export class ApiError extends Error {
  readonly code: string;
  readonly faults: string[];
  readonly retryAfterS: number | undefined;

  constructor(code: string, faults: string[] = [], retryAfterS?: number) {
    super([code, ...faults].join('; '));
    this.code = code;
    this.faults = faults;
    this.retryAfterS = retryAfterS;
  }
}

const TRIGGER_LIFE_MS = 3000;
const HOOK_LIFE_MS = 30 * 60_000;
const HOOK_USES = 5;
const MEMORY = 5000;
const MEMORY_MS = 60 * 60_000;

export function newDouble(world: World, keys: Keys, save: () => void): Double {
  return {
    world,
    keys,
    url: '',
    eventsUrl: undefined,
    lines: [],
    tickets: new Set(),
    faults: [],
    held: [],
    rejectsWith: undefined,
    isWithholding: false,
    withheld: [],
    retryDelayFactor: 1,
    calls: [],
    notes: [],
    lastSent: new Map(),
    timers: new Set(),
    waiting: new Set(),
    save,
  };
}

export function changed(double: Double): void {
  double.world.version += 1;
  for (const wake of double.waiting) wake();
  double.save();
}

export function note(double: Double, text: string): void {
  if (!double.notes.includes(text) && double.notes.length < MEMORY) double.notes.push(text);
}

export function recordCall(double: Double, call: Call): void {
  double.calls.push(call);
  if (double.calls.length > MEMORY) double.calls.shift();
}

/** A timer that `stop` ends. */
export function later(double: Double, ms: number, run: () => void): void {
  const timer = setTimeout(() => {
    double.timers.delete(timer);
    run();
  }, ms);
  double.timers.add(timer);
}

export function issueTrigger({ world }: Double, personId: string): string {
  forgetOld(world.triggers);
  const id = `${Date.now()}.${world.sequence}.${secret(16)}`;
  world.triggers[id] = { personId, issuedAtMs: Date.now(), isUsed: false };
  return id;
}

function forgetOld(issued: Record<string, { issuedAtMs: number }>): void {
  for (const [id, { issuedAtMs }] of Object.entries(issued))
    if (Date.now() - issuedAtMs > MEMORY_MS) delete issued[id];
}

/** Returns whose it is. Valid for three seconds, once. */
export function redeemTrigger({ world }: Double, id: string | undefined): string {
  const trigger = id === undefined ? undefined : world.triggers[id];
  if (!trigger) throw new ApiError('invalid_trigger_id');
  if (trigger.isUsed) throw new ApiError('exchanged_trigger_id');
  if (Date.now() - trigger.issuedAtMs > TRIGGER_LIFE_MS) throw new ApiError('expired_trigger_id');
  trigger.isUsed = true;
  return trigger.personId;
}

type Hook = World['hooks'][string];

export function issueHook(double: Double, hook: Omit<Hook, 'issuedAtMs' | 'uses'>): string {
  forgetOld(double.world.hooks);
  const id = secret();
  double.world.hooks[id] = { ...hook, issuedAtMs: Date.now(), uses: 0 };
  return `${double.url}/hooks/${id}`;
}

/** Throws `expired_url` or `used_url`; counts the use. */
export function redeemHook({ world }: Double, id: string): Hook {
  const hook = world.hooks[id];
  if (!hook || Date.now() - hook.issuedAtMs > HOOK_LIFE_MS) throw new ApiError('expired_url');
  if (hook.uses >= HOOK_USES) throw new ApiError('used_url');
  hook.uses += 1;
  return hook;
}

/** Makes all that has been issued or posted so far look older. */
export function age({ world }: Double, ms: number): void {
  for (const trigger of Object.values(world.triggers)) trigger.issuedAtMs -= ms;
  for (const hook of Object.values(world.hooks)) hook.issuedAtMs -= ms;
  for (const channel of Object.keys(world.lastPostMs)) world.lastPostMs[channel]! -= ms;
}
