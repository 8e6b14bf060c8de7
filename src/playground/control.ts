import { z } from 'zod';

import { ACTS } from './control-acts.ts';
import { verb } from './control-verb.ts';
import type { Verb } from './control-verb.ts';
import { age, changed } from './double.ts';
import type { Double } from './double.ts';
import { postEvent, releaseWithheld } from './events.ts';
import { behave, releaseHeld } from './faults.ts';
import { deliver } from './outbox.ts';
import { userBody } from './people.ts';
import { sendRaw, verifyUrl } from './raw.ts';
import { addChannel, addPerson, channelNamed, personNamed } from './world.ts';

/** There is no such verb. */
export class ControlError extends Error {}

const name = z.string();
const flag = z.boolean().optional();

const WORKSPACE: Record<string, Verb> = {
  'add-person': verb(
    z.strictObject({
      name,
      realName: name.optional(),
      tz: name.optional(),
      isAdmin: flag,
      isGuest: flag,
      isOutsider: flag,
    }),
    (double, input) => kept(double, addPerson(double.world, input)),
  ),
  'change-person': verb(
    z.strictObject({
      name,
      is: z.strictObject({
        isDeactivated: flag,
        isAdmin: flag,
        realName: name.optional(),
        tz: name.optional(),
      }),
    }),
    async (double, input) => {
      const person = Object.assign(personNamed(double.world, input.name), input.is);
      const now = Math.floor(Date.now() / 1000);
      changed(double);
      await postEvent(double, {
        type: 'user_change',
        user: userBody(person),
        cache_ts: now,
        event_ts: `${now}.000100`,
      });
    },
  ),
  'add-channel': verb(
    z.strictObject({ name, isPrivate: flag, members: z.array(name).optional() }),
    (double, input) => kept(double, addChannel(double.world, input)),
  ),
  'change-channel': verb(
    z.strictObject({ name, isArchived: flag, joins: name.optional(), leaves: name.optional() }),
    (double, input) => {
      const channel = channelNamed(double.world, input.name);
      if (input.isArchived !== undefined) channel.isArchived = input.isArchived;
      if (input.joins)
        channel.members = [...new Set([...channel.members, personNamed(double.world, input.joins).id])];
      if (input.leaves) {
        const leaver = personNamed(double.world, input.leaves).id;
        channel.members = channel.members.filter((id) => id !== leaver);
      }
      return kept(double, channel);
    },
  ),
  'add-shortcut': verb(
    z.strictObject({ name, type: z.enum(['global', 'message']), callbackId: z.string() }),
    (double, input) => double.world.app.shortcuts.push(input),
  ),
};

const FAULT = z.strictObject({
  method: z.string(),
  kind: z.enum(['slow', 'status', 'ratelimited', 'error', 'cut-before', 'cut-after', 'hold']),
  ms: z.number().optional(),
  status: z.number().optional(),
  retryAfter: z.number().optional(),
  code: z.string().optional(),
  times: z.number().optional(),
});

const SLACK: Record<string, Verb> = {
  world: verb(z.unknown(), ({ world }) => world),
  wait: verb(z.strictObject({ version: z.number(), timeoutMs: z.number() }), waitForChange),
  misbehave: verb(FAULT, (double, fault) => void double.faults.push(fault)),
  behave: verb(z.unknown(), behave),
  release: verb(z.unknown(), releaseHeld),
  'withhold-events': verb(z.strictObject({ on: z.boolean() }), (double, { on }) => {
    double.isWithholding = on;
    if (!on) releaseWithheld(double);
  }),
  reject: verb(
    z.strictObject({ error: z.enum(['invalid_auth', 'account_inactive']).optional() }),
    (double, { error }) => {
      double.rejectsWith = error;
    },
  ),
  age: verb(z.strictObject({ ms: z.number() }), (double, { ms }) => age(double, ms)),
  'retry-pace': verb(z.strictObject({ factor: z.number() }), (double, { factor }) => {
    double.retryDelayFactor = factor;
  }),
  connect: verb(z.strictObject({ eventsUrl: z.string() }), (double, { eventsUrl }) => {
    double.eventsUrl = eventsUrl;
  }),
  calls: verb(z.unknown(), ({ calls, notes }) => ({ calls, notes })),
  send: verb(
    z.strictObject({
      body: z.string(),
      contentType: z.string().optional(),
      timestampS: z.number().optional(),
      signature: z.string().optional(),
    }),
    sendRaw,
  ),
  'verify-url': verb(z.unknown(), verifyUrl),
  replay: verb(z.strictObject({ person: name }), (double, { person }) => {
    const last = double.lastSent.get(personNamed(double.world, person).id);
    if (!last) throw new Error(`${person} has not done anything yet`);
    return deliver(double, last);
  }),
};

const VERBS: Record<string, Verb> = { ...ACTS, ...WORKSPACE, ...SLACK };

export async function runControl(double: Double, name: string, body: string): Promise<object | undefined> {
  const found = VERBS[name];
  if (!found) throw new ControlError(`there is no verb ${name}`);
  const result = await found.run(double, JSON.parse(body === '' ? '{}' : body));
  return typeof result === 'object' && result !== null ? result : undefined;
}

function kept<T>(double: Double, value: T): T {
  changed(double);
  return value;
}

async function waitForChange(double: Double, { version, timeoutMs }: { version: number; timeoutMs: number }) {
  if (double.world.version === version)
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        double.waiting.delete(wake);
        double.timers.delete(timer);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      double.timers.add(timer);
      double.waiting.add(wake);
    });
  return { version: double.world.version };
}
