import type { AckFn } from '@slack/bolt';
import { z } from 'zod';

import { stage, words } from './attend.ts';
import { isSubmission, unescaped } from './bodies.ts';
import type { Doorway } from './door.ts';
import type { Drawing } from './drawing.ts';
import { show } from './effects.ts';
import type { Stage } from './effects.ts';
import type { Answer, Feature } from './feature.ts';
import { quotedBack } from './quoted-back.ts';
import { answerSubmission, firstInput, insteadOf } from './submission-answer.ts';
import type { SubmissionAck } from './submission-answer.ts';

const visitor = z.object({
  type: z.string().optional(),
  command: z.string().optional(),
  text: z.string().default(''),
  callback_id: z.string().optional(),
  trigger_id: z.string().nullish(),
  response_url: z.string().nullish(),
  actions: z.array(z.object({ action_id: z.string().optional() })).optional(),
  view: z
    .object({ type: z.string(), callback_id: z.string().default(''), blocks: z.unknown().optional() })
    .nullish(),
});

type Visitor = z.infer<typeof visitor>;

/**
 * Answers whoever comes before Slack has said who we are, and what no feature takes: a button or a form of an earlier version that still stands somewhere, another name for
 * the command; and a form that came without what was in it. Without an answer Slack would show an error after three
 * seconds. Not a listener with a pattern: that would hear the known ids as well, and answer twice.
 */
export function answerUnknown(doorway: Doorway, features: readonly Feature[]): void {
  const known = knownBy(doorway, features);
  doorway.app.use(async (args) => {
    if (!('ack' in args) || args.ack === undefined) return await args.next();
    const body = visitor.parse(args.body);
    if (args.context.botToken === undefined)
      return await answerEarly(doorway, body, args.ack as AckFn<unknown>);
    if (isKnown(known, body)) {
      if (body.type !== 'view_submission' || isSubmission(args.body)) return await args.next();
      doorway.log.warn('a form came without what was in it');
      return await answerSubmission(args.ack as SubmissionAck, insteadOf(body.view?.blocks, unreadable));
    }
    doorway.log.info({ type: body.type ?? 'command' }, 'something that no feature takes any more');
    await answer(doorway, body, args.ack as AckFn<unknown>);
  });
}

type Known = Readonly<Record<'commands' | 'shortcuts' | 'presses' | 'submissions', ReadonlySet<string>>>;

function knownBy({ house }: Doorway, features: readonly Feature[]): Known {
  const ids = (of: 'shortcuts' | 'presses' | 'submissions'): ReadonlySet<string> =>
    new Set(features.flatMap((feature) => Object.keys(feature[of] ?? {})));
  return {
    commands: new Set([house.settings.commandName]),
    shortcuts: ids('shortcuts'),
    presses: ids('presses'),
    submissions: ids('submissions'),
  };
}

function isKnown(known: Known, body: Visitor): boolean {
  const { type, command, callback_id: id = '', actions, view } = body;
  if (command !== undefined) return known.commands.has(command);
  if (isShortcut(body)) return known.shortcuts.has(id);
  if (type === 'block_actions') return known.presses.has(actions?.[0]?.action_id ?? '');
  return type === 'view_submission' && known.submissions.has(view?.callback_id ?? '');
}

async function answer(doorway: Doorway, body: Visitor, ack: AckFn<unknown>): Promise<void> {
  if (body.command !== undefined) {
    const name = doorway.house.settings.commandName;
    return await giveBack(
      doorway,
      body,
      ack,
      `I answer to ${name} here. Please use that; nothing was saved.`,
    );
  }
  if (body.type === 'view_submission') return await answerSubmission(ack, refusedForm(body, outdated));
  await ack(undefined);
  const say = wordsFor(body);
  if (say !== null) await doorway.inFlight.track(show(stageOf(doorway, body), [{ say }]));
}

const outdated =
  'This form is from an earlier Flagpost, which I no longer take. Please copy your words and open it again.';

const unreadable =
  'This form reached me without what was in it, so nothing was changed. Please copy your words and open it again.';

const early =
  "I have just been started, and Slack hasn't told me yet which workspace is mine, so nothing was changed. Please try again in a minute.";

async function answerEarly(doorway: Doorway, body: Visitor, ack: AckFn<unknown>): Promise<void> {
  doorway.log.warn({ type: body.type ?? 'command' }, 'somebody came before Slack has said who we are');
  if (body.command !== undefined) return await giveBack(doorway, body, ack, early);
  if (body.type === 'view_submission')
    return await answerSubmission(ack, insteadOf(body.view?.blocks, early));
  await ack(undefined);
  const effects = isShown(body) ? [{ say: words(early) }] : [];
  await doorway.inFlight.track(show(stageOf(doorway, body), effects));
}

/** What was typed after the command comes back with the sentence, in as many messages as that needs. */
async function giveBack(
  doorway: Doorway,
  body: Visitor,
  ack: AckFn<unknown>,
  sentence: string,
): Promise<void> {
  const { more = [], ...first } = quotedBack(sentence, unescaped(body.text));
  await ack({ response_type: 'ephemeral', ...first });
  const effects = more.map((say) => ({ say }));
  await doorway.inFlight.track(show(stageOf(doorway, body), effects));
}

/** The form stays open, so that nothing typed is lost. One without a field has nothing to lose, and closes. */
function refusedForm({ view }: Visitor, text: string): Answer {
  return firstInput(view?.blocks) === '' ? { effects: [] } : insteadOf(view?.blocks, text);
}

function isShortcut({ type }: Visitor): boolean {
  return type === 'shortcut' || type === 'message_action';
}

/** In a form the words would take the place of what somebody is typing. */
function isShown(body: Visitor): boolean {
  return isShortcut(body) || (body.type === 'block_actions' && body.view?.type !== 'modal');
}

function wordsFor(body: Visitor): Drawing | null {
  if (!isShown(body)) return null;
  if (isShortcut(body))
    return words(`That shortcut no longer works. *Flag an issue* on Flagpost's Home does the same.`);
  return words(
    `That button no longer works: Flagpost has changed since. What waits for you is on Flagpost's Home.`,
  );
}

function stageOf(doorway: Doorway, body: Visitor): Stage {
  return stage(doorway, {
    where: body.response_url != null && !isShortcut(body) ? 'message' : 'nowhere',
    responseUrl: body.response_url ?? null,
    triggerId: body.trigger_id ?? null,
  });
}
