import type { View } from './block-kit/blocks.ts';
import { checkView } from './block-kit/check.ts';
import { controlsIn } from './block-kit/controls.ts';
import { ApiError, changed, note, redeemTrigger } from './double.ts';
import type { Double } from './double.ts';
import { stateValues } from './entries.ts';
import { entriesKey, nextId, personById, secret, topView } from './world.ts';
import type { OpenView } from './world.ts';

const STACK_MAX = 3;
// https://docs.slack.dev/reference/methods/views.open: 250 kB.
const VIEW_BYTES_MAX = 250_000;

interface OpenArgs {
  trigger_id: string;
  view: unknown;
}

export function viewsOpen(double: Double, args: OpenArgs) {
  const view = readView(double, args.view, 'modal');
  const personId = redeemTrigger(double, args.trigger_id);
  if (topView(double.world, personId)) note(double, 'views.open while a form is open replaces it');
  dropStack(double, personId);
  return { view: viewBody(double, pushView(double, personId, view)) };
}

export function viewsPush(double: Double, args: OpenArgs) {
  const view = readView(double, args.view, 'modal');
  const { world } = double;
  const stack = world.stacks[world.triggers[args.trigger_id]?.personId ?? ''] ?? [];
  if (stack.length >= STACK_MAX) throw new ApiError('push_limit_reached');
  const personId = redeemTrigger(double, args.trigger_id);
  if (stack.length === 0) throw new ApiError('not_found');
  return { view: viewBody(double, pushView(double, personId, view)) };
}

interface UpdateArgs {
  view_id?: string | undefined;
  external_id?: string | undefined;
  hash?: string | undefined;
  view: unknown;
}

export function viewsUpdate(double: Double, args: UpdateArgs) {
  const open = Object.values(double.world.views).find((one) =>
    args.view_id ? one.id === args.view_id : args.external_id && one.view.external_id === args.external_id,
  );
  if (!open) throw new ApiError('not_found');
  const view = readView(double, args.view, open.view.type, open);
  if (args.hash && args.hash !== open.hash) throw new ApiError('hash_conflict');
  return { view: viewBody(double, replaceView(double, open, view)) };
}

export function viewsPublish(
  double: Double,
  args: { user_id: string; view: unknown; hash?: string | undefined },
) {
  const { world } = double;
  const person = personById(world, args.user_id);
  if (!person || person.isDeactivated) throw new ApiError('invalid_arguments', ['invalid `user_id`']);
  const home = world.views[world.homes[person.id] ?? ''];
  const view = readView(double, args.view, 'home', home);
  if (args.hash && args.hash !== home?.hash) throw new ApiError('hash_conflict');
  const open = home ? replaceView(double, home, view) : addView(double, person.id, view);
  world.homes[person.id] = open.id;
  return { view: viewBody(double, open) };
}

/** `replaced` may keep its own external id. */
export function readView(double: Double, input: unknown, type: View['type'], replaced?: OpenView): View {
  if (JSON.stringify(input ?? null).length > VIEW_BYTES_MAX) throw new ApiError('view_too_large');
  const checked = checkView(input);
  if (!checked.ok) throw new ApiError('invalid_arguments', checked.faults);
  if (checked.value.type !== type)
    throw new ApiError('invalid_arguments', [`must be a view of type ${type} [json-pointer:/view/type]`]);
  const externalId = checked.value.external_id;
  const others = Object.values(double.world.views).filter((one) => one !== replaced);
  if (externalId && others.some((one) => one.view.external_id === externalId))
    throw new ApiError('duplicate_external_id');
  return checked.value;
}

/** Throws `push_limit_reached` beyond three. */
export function pushView(double: Double, personId: string, view: View): OpenView {
  const stack = (double.world.stacks[personId] ??= []);
  if (stack.length >= STACK_MAX) throw new ApiError('push_limit_reached');
  const open = addView(double, personId, view);
  stack.push(open.id);
  return open;
}

function addView(double: Double, personId: string, view: View): OpenView {
  const { world } = double;
  const below = view.type === 'modal' ? topView(world, personId) : undefined;
  const id = nextId(world, 'V');
  const open: OpenView = {
    id,
    hash: newHash(),
    personId,
    view,
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
    errors: {},
  };
  world.views[id] = open;
  changed(double);
  return open;
}

/** Keeps what was typed where block id, action id and kind of control are the same, as Slack does. */
export function replaceView(double: Double, open: OpenView, view: View): OpenView {
  const key = entriesKey(open.personId, open.id);
  const before = controlsIn(open.view.blocks);
  const kept = controlsIn(view.blocks).filter((next) =>
    before.some(
      (one) =>
        one.blockId === next.blockId &&
        one.actionId === next.actionId &&
        one.control.type === next.control.type,
    ),
  );
  const entries = double.world.entries[key] ?? {};
  double.world.entries[key] = Object.fromEntries(
    kept.flatMap(({ blockId }) => (entries[blockId] ? [[blockId, entries[blockId]]] : [])),
  );
  Object.assign(open, { view, hash: newHash(), errors: {} });
  delete open.notice;
  changed(double);
  return open;
}

export function dropView(double: Double, open: OpenView): void {
  const { world } = double;
  delete world.views[open.id];
  delete world.entries[entriesKey(open.personId, open.id)];
  world.stacks[open.personId] = (world.stacks[open.personId] ?? []).filter((id) => id !== open.id);
  changed(double);
}

export function dropStack(double: Double, personId: string): void {
  for (const id of double.world.stacks[personId] ?? []) {
    const open = double.world.views[id];
    if (open) dropView(double, open);
  }
}

function newHash(): string {
  return `${Math.floor(Date.now() / 1000)}.${secret(4)}`;
}

/** A view as the Web API, interactions and events show it; `withState: false` for `view_closed`. */
export function viewBody(
  { world }: Double,
  open: OpenView,
  { withState = true } = {},
): Record<string, unknown> {
  const { view } = open;
  const entries = world.entries[entriesKey(open.personId, open.id)] ?? {};
  return {
    id: open.id,
    team_id: personById(world, open.personId)?.teamId,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values: withState ? stateValues(view.blocks, entries) : {} },
    hash: open.hash,
    ...frame(view),
    previous_view_id: open.previousId,
    root_view_id: open.rootId,
    app_id: world.app.id,
    external_id: view.external_id ?? '',
    app_installed_team_id: world.team.id,
    bot_id: world.app.botId,
  };
}

function frame(view: View): Record<string, unknown> {
  const none = { clear_on_close: false, notify_on_close: false, close: null, submit: null };
  if (view.type === 'home')
    return { ...none, title: { type: 'plain_text', text: 'View Title', emoji: true } };
  const { title, close, submit, clear_on_close, notify_on_close } = view;
  return {
    title,
    close: close ?? null,
    submit: submit ?? null,
    clear_on_close: clear_on_close ?? false,
    notify_on_close: notify_on_close ?? false,
  };
}
