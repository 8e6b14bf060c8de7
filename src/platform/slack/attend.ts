import { withinMs } from '../postgres/deadline.ts';
import { visitOf, senderOf } from './bodies.ts';
import { calmWords } from './calm.ts';
import type { Doorway } from './door.ts';
import type { Drawing } from './drawing.ts';
import type { Stage } from './effects.ts';
import type { Visit } from './feature.ts';

export function visitFrom(doorway: Doorway, body: unknown): Visit {
  return visitBy(doorway, senderOf(body));
}

export function visitBy({ installation, house, awake }: Doorway, slackUser: string): Visit {
  const { id } = installation.workspace();
  awake.note(id, slackUser);
  return visitOf(id, slackUser, house.settings.adminUsers);
}

/**
 * Slack waits three seconds for our answer. What is saved is answered for by then, however many transactions a handler
 * makes: the rest is for the way there and back.
 */
const visitMs = 2500;

/** Runs a handler, counted and timed. A fault becomes calm words for the person and the whole truth for the log. */
export async function attend<T>(
  doorway: Pick<Doorway, 'inFlight' | 'observe' | 'log'>,
  kind: string,
  work: () => Promise<T>,
  calm: (sentence: string) => T,
): Promise<T> {
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  try {
    const result = await doorway.inFlight.track(withinMs(visitMs, work));
    doorway.observe(kind, 'done', seconds());
    return result;
  } catch (error) {
    const { sentence, reference } = calmWords(error);
    doorway.log.error({ err: error, reference, kind }, 'something a person did came to nothing');
    doorway.observe(kind, 'fault', seconds());
    return calm(sentence);
  }
}

export function stage(doorway: Doorway, at: Pick<Stage, 'where' | 'triggerId'> & Partial<Stage>): Stage {
  const onFault = (error: unknown): void =>
    doorway.log.warn({ err: error }, 'an answer did not reach the person');
  return { client: doorway.client, responseUrl: null, viewId: null, onFault, ...at };
}

export const stranger =
  'Flagpost works for the people of the workspace that installed it. Please ask somebody there to do this for you.';

/** Words of ours alone: nothing in them that somebody typed. */
export function words(text: string): Drawing {
  return { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] };
}
