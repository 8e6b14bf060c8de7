import type { Address } from '../../core/address.ts';
import type { PersonId } from '../../core/issue.ts';
import { nudgeKinds } from '../../core/nudge.ts';
import type { NudgeKind } from '../../core/nudge.ts';
import { loadOwed } from '../postgres/load-owed.ts';
import { messageTo } from '../postgres/messages.ts';
import { ofNudge } from '../postgres/nudge-kinds.ts';
import { nudgesIn } from '../postgres/nudges.ts';
import { loadScene } from '../postgres/scene.ts';
import type { Store } from '../postgres/store.ts';
import type { Tx, WorkspaceId } from '../postgres/transact.ts';
import type { Draw, Drawing } from './drawing.ts';
import { theOne } from './feature.ts';
import type { Feature } from './feature.ts';

type DrawNudges = (tx: Tx, workspace: WorkspaceId, address: Address) => Promise<Drawing | null>;

/** Draws what somebody is told unasked: each as its feature draws it, and how to stop it. */
export function nudgeDrawer(
  store: Pick<Store, 'clock'>,
  features: readonly Feature[],
  adminUsers: readonly string[],
): DrawNudges {
  const unasked = theOne(features, 'unasked');
  const draws = new Map(features.flatMap(({ nudges }) => Object.entries<Draw>(nudges ?? {})));
  const owed = theOne(features, 'owed');
  const drawOwed = async (tx: Tx, workspace: WorkspaceId, subject: string, person: PersonId | null) => {
    const message = person === null ? null : await loadOwed(tx, workspace, person, subject, adminUsers);
    return message === null ? null : owed(message);
  };
  const drawOne = async (
    tx: Tx,
    workspace: WorkspaceId,
    draw: Draw | undefined,
    like: Parameters<typeof loadScene>[3],
  ) => {
    const scene = await loadScene(store, tx, workspace, like, adminUsers);
    return scene === null ? null : (draw?.(scene) ?? null);
  };
  const missing = nudgeKinds.filter((kind) => ofNudge[kind].like !== null && !draws.has(kind));
  if (missing.length > 0) throw new Error(`no feature draws the nudge "${missing.join('", "')}"`);
  return async (tx, workspace, address) => {
    const drawn: Drawing[] = [];
    for (const { kind, subject } of await inMessage(tx, workspace, address)) {
      const { like } = ofNudge[kind];
      const drawing =
        like === null
          ? await drawOwed(tx, workspace, subject, address.person)
          : await drawOne(tx, workspace, draws.get(kind), { kind: like, subject, person: address.person });
      if (drawing !== null) drawn.push(drawing);
    }
    const [first] = drawn;
    if (first === undefined) return null;
    return address.kind === 'nudge' ? unasked.alone(first) : unasked.together(drawn);
  };
}

/** Which nudges the message at this address brings. */
async function inMessage(
  tx: Tx,
  workspace: WorkspaceId,
  address: Address,
): Promise<readonly { readonly kind: NudgeKind; readonly subject: string }[]> {
  const id = await messageTo(tx, workspace, address);
  return id === null ? [] : await nudgesIn(tx, workspace, id);
}
