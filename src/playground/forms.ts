import { z } from 'zod';

import { TROUBLE, send } from './acts.ts';
import type { Outcome } from './acts.ts';
import { controlsIn } from './block-kit/controls.ts';
import { changed, note } from './double.ts';
import type { Double } from './double.ts';
import { missingFields } from './entries.ts';
import { deliver } from './outbox.ts';
import { closedBody, submissionBody } from './payloads.ts';
import { dropStack, dropView, pushView, readView, replaceView } from './views.ts';
import { entriesKey, topView } from './world.ts';
import type { OpenView, Person } from './world.ts';

const RESPONSE = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

function topForm(double: Double, person: Person): OpenView {
  const open = topView(double.world, person.id);
  if (!open) throw new Error(`${person.name} has no form open`);
  return open;
}

export async function submit(double: Double, person: Person): Promise<Outcome> {
  const open = topForm(double, person);
  if (open.view.type === 'modal' && !open.view.submit) throw new Error('this form has nothing to submit');
  delete open.notice;
  open.errors = missingFields(open.view.blocks, double.world.entries[entriesKey(person.id, open.id)] ?? {});
  changed(double);
  if (Object.keys(open.errors).length > 0) return { messages: [] };
  const body = submissionBody(double, person, open);
  const answer = await send(double, person, { kind: 'interaction', body });
  if (!answer.ok) return trouble(double, open, answer.why);
  try {
    follow(double, person, open, answer.body);
    return { messages: [] };
  } catch (error) {
    return trouble(double, open, error instanceof Error ? error.message : 'invalid response');
  }
}

/** The form stays open, with what was typed. */
function trouble(double: Double, open: OpenView, why: string): Outcome {
  note(double, `the answer to a submission could not be used: ${why}`);
  open.notice = TROUBLE;
  changed(double);
  return { messages: [], notice: `${TROUBLE} (${why})` };
}

function follow(double: Double, person: Person, open: OpenView, body: unknown): void {
  if (isEmpty(body)) return dropView(double, open);
  const response = RESPONSE.parse(body);
  switch (response.response_action) {
    case 'errors':
      return showErrors(double, open, response.errors);
    case 'update':
      replaceView(double, open, readView(double, response.view, 'modal', open));
      return;
    case 'push':
      pushView(double, person.id, readView(double, response.view, 'modal'));
      return;
    case 'clear':
      return dropStack(double, person.id);
  }
}

function isEmpty(body: unknown): boolean {
  return (
    body === undefined ||
    body === '' ||
    body === null ||
    (typeof body === 'object' && Object.keys(body).length === 0)
  );
}

/** Slack shows an error only under an input block; anything else is an error of the app. */
function showErrors(double: Double, open: OpenView, errors: Record<string, string>): void {
  const inputs = controlsIn(open.view.blocks).filter(({ input }) => input);
  const stray = Object.keys(errors).filter((id) => !inputs.some(({ blockId }) => blockId === id));
  if (stray.length > 0) throw new Error(`no input block is called ${stray.join(', ')}`);
  if (Object.keys(errors).length === 0) throw new Error('errors is empty');
  open.errors = errors;
  changed(double);
}

/** Goes one form back, or leaves all of them: then each that asked hears of it with `is_cleared`. */
export async function close(double: Double, person: Person, { all = false } = {}): Promise<void> {
  const top = topForm(double, person);
  const isCleared = all || (top.view.type === 'modal' && top.view.clear_on_close === true);
  const stack = (double.world.stacks[person.id] ?? []).flatMap((id) => double.world.views[id] ?? []);
  const leaving = isCleared ? stack.toReversed() : [top];
  const bodies = leaving
    .filter(({ view }) => view.type === 'modal' && view.notify_on_close)
    .map((open) => closedBody(double, person, open, isCleared));
  for (const open of leaving) dropView(double, open);
  await Promise.all(bodies.map((body) => deliver(double, { kind: 'interaction', body })));
}
