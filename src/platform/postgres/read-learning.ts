import { creditsOf, learningLine, whyNotWrite } from '../../core/learning.ts';
import { meet } from './meet.ts';
import type { Meeting } from './meet.ts';
import { loadScene } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** One learning, for one reader. */
export interface OpenedLearning {
  readonly scene: Scene;
  readonly mayWrite: boolean;
  /** They had a part in it, and may say whether they are named. */
  readonly isCredited: boolean;
}

/** `null`: there is nothing to learn from it any more. */
export async function readLearning(
  store: Store,
  at: Meeting,
  adminUsers: readonly string[],
): Promise<OpenedLearning | null> {
  const { workspace, number } = at;
  return await transact(store, { workspace }, async (tx) => {
    const met = await meet(store, tx, at, 'read');
    if (met === null) return null;
    const { actor } = met;
    const address = { kind: 'write-up' as const, subject: String(number), person: actor.person };
    const scene = await loadScene(store, tx, workspace, address, adminUsers);
    if (scene === null) return null;
    const { issue, learned } = scene;
    if (learningLine(issue, learned.writeUp) === null) return null;
    return {
      scene,
      mayWrite: whyNotWrite(issue, actor, learned.writeUp, false) === null,
      isCredited: creditsOf(issue, learned.writeUp).some(({ person }) => person === actor.person),
    };
  });
}
