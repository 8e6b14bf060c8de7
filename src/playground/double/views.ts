import { controlsIn, stateValues, type Entries, type Placed, type View } from './blocks.ts';
import { ApiError, redeemTrigger, secret, type Body, type Double } from './double.ts';
import { readView } from './limits.ts';
import { formsOf, homeOf, nextId, personById, type OpenView } from './world.ts';

const STACK_MAX = 3;

type Args = { trigger_id: string; view_id: string; user_id: string; hash: string; view?: unknown };

export function viewsOpen(double: Double, args: Args) {
  const view = readView(args.view, 'modal');
  const { personId } = redeemTrigger(double, args.trigger_id);
  const forms = formsOf(double.world, personId);
  if (forms.length > 0) double.note('views.open while a form is open replaces it');
  dropViews(double, forms);
  return { view: viewBody(double, pushView(double, personId, view)) };
}

export function viewsUpdate(double: Double, args: Args) {
  const open = double.world.views.find(({ id }) => id === args.view_id);
  if (!open) throw new ApiError('not_found');
  const view = readView(args.view, open.view.type);
  return { view: viewBody(double, replaceView(double, open, view, args.hash)) };
}

export function viewsPublish(double: Double, args: Args) {
  const { world } = double;
  const person = personById(world, args.user_id);
  if (!person || person.isDeactivated) throw new ApiError('invalid_arguments', ['invalid `user_id`']);
  const view = readView(args.view, 'home');
  const home = homeOf(world, person.id);
  if (args.hash && !home) throw new ApiError('hash_conflict');
  const open = home ?? addView(double, person.id, view);
  return { view: viewBody(double, replaceView(double, open, view, args.hash)) };
}

/** @throws ApiError `push_limit_reached` beyond three */
export function pushView(double: Double, personId: string, view: View): OpenView {
  const stack = formsOf(double.world, personId);
  if (stack.length >= STACK_MAX) throw new ApiError('push_limit_reached');
  return addView(double, personId, view, stack.at(-1));
}

function addView(double: Double, personId: string, view: View, below?: OpenView): OpenView {
  const id = nextId(double.world, 'V');
  const place = { rootId: below?.rootId ?? id, previousId: below?.id ?? null };
  const open = { id, personId, ...place, view, hash: secret(), entered: {}, errors: {} };
  double.world.views.push(open);
  double.changed();
  return open;
}

/** Keeps what was typed where block id, action id and kind of control are the same, as Slack does. */
export function replaceView(double: Double, open: OpenView, view: View, hash = ''): OpenView {
  if (hash && hash !== open.hash) throw new ApiError('hash_conflict');
  const name = ({ block, control }: Placed) => `${block.block_id} ${control.action_id} ${control.type}`;
  const before = controlsIn(open.view.blocks).map(name);
  const entered: Entries = {};
  for (const placed of controlsIn(view.blocks)) {
    const { block_id } = placed.block;
    if (before.includes(name(placed))) entered[block_id] = open.entered[block_id] ?? {};
  }
  Object.assign(open, { view, hash: secret(), entered, errors: {} });
  delete open.notice;
  double.changed();
  return open;
}

export function dropViews(double: Double, closed: OpenView[]): void {
  double.world.views = double.world.views.filter((one) => !closed.includes(one));
  double.changed();
}

/** A view as the Web API, interactions and events show it. */
export function viewBody({ world }: Double, open: OpenView): Body {
  const { id, hash, view, personId, entered, previousId, rootId } = open;
  const texts = { title: { type: 'plain_text', text: 'View Title', emoji: true }, close: null, submit: null };
  const memory = { private_metadata: '', callback_id: '' };
  const teams = { team_id: personById(world, personId)?.teamId, app_installed_team_id: world.team.id };
  const state = { values: stateValues(view.blocks, entered) };
  const stack = { previous_view_id: previousId, root_view_id: rootId };
  const app = { app_id: world.app.id, bot_id: world.app.botId };
  return { ...texts, ...memory, ...view, id, hash, state, ...stack, ...teams, ...app };
}
