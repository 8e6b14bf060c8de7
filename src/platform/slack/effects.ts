import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';

import type { Drawing } from './drawing.ts';
import type { Effect } from './feature.ts';

/** Where an effect can take place: what the person pressed, and what Slack lets us do about it. */
export interface Stage {
  readonly client: WebClient;
  readonly where: 'message' | 'form' | 'home' | 'nowhere';
  readonly responseUrl: string | null;
  readonly triggerId: string | null;
  readonly viewId: string | null;
  /** Told of an effect that failed; it does no harm. */
  readonly onFault: (error: unknown) => void;
}

/** Shows each effect where the person is. They are best effort: all that must not be lost is committed already. */
export async function show(stage: Stage, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    await one(stage, effect).catch(stage.onFault);
  }
}

async function one(stage: Stage, effect: Effect): Promise<void> {
  if ('form' in effect) return await showForm(stage, effect.form);
  if ('replace' in effect) return await replace(stage, effect.replace, effect.at);
  if ('say' in effect) await say(stage, effect.say);
}

async function showForm({ client, where, triggerId, viewId }: Stage, view: ModalView): Promise<void> {
  if (where === 'form' && viewId !== null) await client.views.update({ view_id: viewId, view });
  else if (triggerId !== null) await client.views.open({ trigger_id: triggerId, view });
}

async function replace(stage: Stage, drawing: Drawing, at: string | undefined): Promise<void> {
  const url = at ?? stage.responseUrl;
  if (url !== null) return await respond(url, { replace_original: true, ...drawing });
  await showForm(stage, asPage(drawing));
}

/** Privately where they pressed: beside the message, in the form, or as a small form on Home. */
async function say(stage: Stage, drawing: Drawing): Promise<void> {
  if (stage.where !== 'message' || stage.responseUrl === null) return await showForm(stage, asPage(drawing));
  await respond(stage.responseUrl, { replace_original: false, response_type: 'ephemeral', ...drawing });
}

export function asPage({ blocks }: Drawing): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Flagpost' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [...blocks],
  };
}

/** Bolt's own `respond` has no time limit. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
async function respond(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`Slack answered ${response.status} to a private answer`);
}
