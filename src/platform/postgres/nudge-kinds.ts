import type { Address } from '../../core/address.ts';
import { awaitsAnswer } from '../../core/asked-again.ts';
import type { PersonId } from '../../core/issue.ts';
import type { NudgeKind } from '../../core/nudge.ts';
import { loadIssue } from './load-issue.ts';
import type { Tx, WorkspaceId } from './transact.ts';

interface Of {
  /** What has the same subject, and is drawn from the same. */
  readonly like: Address['kind'];
  /** As things stand now: a nudge is not cancelled when they change, but found to be over. */
  readonly isStillWanted: (
    tx: Tx,
    workspace: WorkspaceId,
    person: PersonId,
    subject: string,
  ) => Promise<boolean>;
}

export const ofNudge: Readonly<Record<NudgeKind, Of>> = {
  'is-it-fixed': {
    like: 'question',
    isStillWanted: async (tx, workspace, person, subject) => {
      const loaded = await loadIssue(tx, workspace, Number(subject.split('/')[0]), 'read');
      return loaded !== null && awaitsAnswer(loaded.issue, person, subject);
    },
  },
};
