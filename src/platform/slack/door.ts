import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

import type { Log } from '../../log.ts';
import { notePressed } from '../postgres/choose-rhythm.ts';
import { attend, stage, stranger, visitBy, visitFrom, words } from './attend.ts';
import type { Awake } from './awake.ts';
import {
  isOutsider,
  readPress,
  readPressed,
  readShortcut,
  readSubmission,
  storable,
  unescaped,
} from './bodies.ts';
import { readStamp } from './drawing.ts';
import { show } from './effects.ts';
import type { Stage } from './effects.ts';
import { stands } from './endings.ts';
import type { Answer, Effect, Feature, House, Told, TurnHome, Visit } from './feature.ts';
import type { PublishHome } from './home.ts';
import type { Installation } from './installation.ts';
import { quotedBack } from './quoted-back.ts';
import { answerSubmission, insteadOf } from './submission-answer.ts';
import type { SubmissionAck } from './submission-answer.ts';
import { answerUnknown } from './unknown.ts';

/** What stands between Bolt and the features. */
export interface Doorway {
  readonly app: App;
  readonly house: House;
  readonly installation: Installation;
  /** Calls Slack while a trigger lives. */
  readonly client: WebClient;
  readonly log: Log;
  readonly observe: (kind: string, outcome: 'done' | 'fault', seconds: number) => void;
  readonly publishHome: PublishHome;
  readonly awake: Awake;
  readonly inFlight: InFlight;
}

/** `app.stop()` doesn't wait for listeners, so they are counted. */
export interface InFlight {
  track<T>(work: Promise<T>): Promise<T>;
}

type Handler<Visiting, Result> = (house: House, visit: Visiting) => Promise<Result>;

/** Opens a door for each kind of visit. Behind it a feature is found by its exact id, which `answerUnknown` knows. */
export function openDoors(doorway: Doorway, features: readonly Feature[]): void {
  answerUnknown(doorway, features);
  openCommand(doorway, features);
  openShortcuts(doorway, handlersOf(features.map(({ shortcuts }) => shortcuts)));
  openPresses(doorway, handlersOf(features.map(({ presses }) => presses)));
  openSubmissions(doorway, handlersOf(features.map(({ submissions }) => submissions)));
}

type Handlers<Visiting, Result> = (id: string) => Handler<Visiting, Result>;

/** Bolt asks each of its listeners whether a request is theirs; with one of a kind that costs a person no time. */
function handlersOf<Visiting, Result>(
  all: readonly (Readonly<Record<string, Handler<Visiting, Result>>> | undefined)[],
): Handlers<Visiting, Result> {
  const handlers = new Map(all.flatMap((some) => Object.entries(some ?? {})));
  return (id) => {
    const handle = handlers.get(id);
    if (handle === undefined) throw new Error(`no feature takes "${id}"`);
    return handle;
  };
}

const slashCommand = z.object({
  text: z.string().default(''),
  user_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().nullish(),
});

function openCommand(doorway: Doorway, features: readonly Feature[]): void {
  const handlers = new Map(features.flatMap(({ commands }) => Object.entries(commands ?? {})));
  const { house, app } = doorway;
  app.command(house.settings.commandName, async ({ ack, body }) => {
    const { text, user_id: user, trigger_id: triggerId, response_url: url } = slashCommand.parse(body);
    const visit = visitBy(doorway, user);
    const typed = { ...visit, text: storable(text) };
    const handle = handlers.get(text.trim().toLowerCase()) ?? handlers.get('');
    if (handle === undefined) throw new Error('no feature takes the command');
    const answer = await attend(
      doorway,
      'command',
      () => handle(house, typed),
      (sentence) => unsaved(sentence, text),
    );
    if ('form' in answer) {
      await ack();
      await show(stage(doorway, { where: 'nowhere', triggerId }), [answer]);
      return;
    }
    await ack({ response_type: 'ephemeral', text: answer.text, blocks: [...answer.blocks] });
    const more = (answer.more ?? []).map((say) => ({ say }));
    const at = stage(doorway, { where: 'message', triggerId, responseUrl: url ?? null });
    await doorway.inFlight.track(show(at, more));
  });
}

/** Nothing that somebody typed is lost: their words come back to them. */
function unsaved(sentence: string, text: string): Told {
  return quotedBack(sentence, unescaped(text));
}

function openShortcuts(
  doorway: Doorway,
  handlers: Handlers<ReturnType<typeof readShortcut>, readonly Effect[]>,
): void {
  doorway.app.shortcut({}, async ({ ack, body }) => {
    const at = stage(doorway, { where: 'nowhere', triggerId: body.trigger_id });
    const effects = await attend<readonly Effect[]>(
      doorway,
      'shortcut',
      async () => {
        if (isOutsider(body)) return [{ say: words(stranger) }];
        return await handlers(body.callback_id)(doorway.house, readShortcut(body, visitFrom(doorway, body)));
      },
      (sentence) => [{ say: words(sentence) }],
    );
    await ack();
    await show(at, effects);
  });
}

const triggered = z.object({ trigger_id: z.string().nullish() });

function openPresses(
  doorway: Doorway,
  handlers: Handlers<ReturnType<typeof readPress>, readonly Effect[]>,
): void {
  doorway.app.action({ type: 'block_actions' }, async ({ ack, action, body }) => {
    const visit = visitFrom(doorway, body);
    const press = readPress(body, visit);
    const effects = await attend<readonly Effect[]>(
      doorway,
      'press',
      async () =>
        isOutsider(body)
          ? [{ say: words(stranger) }]
          : await handlers(action.action_id)(doorway.house, press),
      (sentence) => [{ say: words(sentence) }],
    );
    await ack();
    const { where, responseUrl, view } = press;
    const triggerId = triggered.parse(body).trigger_id ?? null;
    const at = stage(doorway, { where, responseUrl, triggerId, viewId: view?.id ?? null });
    await doorway.inFlight.track(afterwards(doorway, at, effects, body, visit));
  });
}

async function afterwards(
  doorway: Doorway,
  at: Stage,
  effects: readonly Effect[],
  body: unknown,
  visit: Visit,
): Promise<void> {
  await show(at, effects);
  if (at.where === 'home') await doorway.publishHome(visit, turnedTo(effects)).catch(at.onFault);
  await noteCopy(doorway, body).catch(at.onFault);
}

function turnedTo(effects: readonly Effect[]): TurnHome | undefined {
  return effects.find((effect) => 'homeMemory' in effect)?.homeMemory;
}

/** A press says which message it was on, and where that copy stands: the way a lost `ts`, or a stray, is found. */
async function noteCopy({ house, installation }: Doorway, body: unknown): Promise<void> {
  const { blockId, channel, ts } = readPressed(body);
  const message = readStamp(blockId);
  if (message === null || channel === null || ts === null) return;
  const { id: workspace } = installation.workspace();
  await stands(house, workspace, message, { channel, ts }, null);
  if (isDirect(channel)) await notePressed(house.store, workspace, message);
}

/** A direct message's channel: https://docs.slack.dev/apis/web-api/using-the-conversations-api */
function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

function openSubmissions(
  doorway: Doorway,
  handlers: Handlers<ReturnType<typeof readSubmission>, Answer>,
): void {
  doorway.app.view({ type: 'view_submission' }, async ({ ack, body }) => {
    const visit = visitFrom(doorway, body);
    const instead = (sentence: string): Answer => insteadOf(body.view.blocks, sentence);
    const answer = await attend<Answer>(
      doorway,
      'submission',
      async () =>
        isOutsider(body)
          ? instead(stranger)
          : await handlers(body.view.callback_id)(doorway.house, readSubmission(body, visit)),
      instead,
    );
    await answerSubmission(ack as SubmissionAck, answer);
    if ('errors' in answer || answer.effects === undefined) return;
    const at = stage(doorway, { where: 'nowhere', triggerId: triggered.parse(body).trigger_id ?? null });
    await doorway.inFlight.track(show(at, answer.effects));
    const turned = turnedTo(answer.effects);
    if (turned !== undefined)
      await doorway.inFlight.track(doorway.publishHome(visit, turned).catch(at.onFault));
  });
}
