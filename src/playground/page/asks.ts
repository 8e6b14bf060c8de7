import { z } from 'zod';

const id = z.string().max(100);
/** A message or a view, and a control on it. The value too: after a redraw another issue may stand in its place. */
const surface = z.union([z.object({ channel: id, ts: id }), z.object({ view: id })]);
const control = { on: surface, block: z.string().max(255), action: z.string().max(255) };
const entry = z.union([z.string().max(40_000), z.array(z.string().max(200)).max(100), z.null()]);
const text = z.string().max(40_000);

/** What the page can ask for a person. `place` is a channel's id, or the person's to whom one writes. */
export const askSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('press'), ...control, value: z.string().optional() }),
  z.object({ act: z.literal('enter'), ...control, entry, pressesEnter: z.boolean().optional() }),
  z.object({ act: z.literal('submit'), view: id, entered: z.record(id, z.record(id, entry)) }),
  z.object({ act: z.literal('close'), view: id, all: z.boolean() }),
  z.object({ act: z.literal('say'), place: id, text: text.min(1), thread: id.optional() }),
  z.object({ act: z.literal('command'), place: id, line: text }),
  /** The app, to a channel. */
  z.object({ act: z.literal('invite'), place: id }),
  z.object({
    act: z.literal('shortcut'),
    name: z.string(),
    on: z.object({ channel: id, ts: id }).optional(),
  }),
  z.object({ act: z.literal('home') }),
  z.object({ act: z.literal('read'), channel: id, ts: id }),
  z.object({ act: z.literal('startOver') }),
  /** Moves the clock on. */
  z.object({
    act: z.literal('time'),
    to: z.union([z.enum(['hour', 'morning', 'monday']), z.object({ at: z.string().max(40) })]),
  }),
  /** Starts over, and fills it in. */
  z.object({ act: z.literal('seed') }),
]);

export type Ask = z.infer<typeof askSchema>;
export type On = z.infer<typeof surface>;
