import { expect, test } from 'vitest';

import { askIssue, changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { keepDraft } from '../../src/platform/postgres/drafts.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import { sentKey } from '../../src/platform/postgres/requests.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { waitUntil } from '../support/postgres-server.ts';
import { aChange, aFlag, aStore, waitingIn } from './a-store.ts';
import type { TestStore } from './a-store.ts';

const form = 'update-form';
const slackUser = 'USAM';

/** Sam owns an issue. What he can do with a form about it: type into it, send it, and open it again. */
async function atSams(bench: TestStore) {
  const { store, workspace } = bench;
  const at = (seconds: number): Store => ({ ...store, clock: () => store.clock().add({ seconds }) });
  const { number } = await flagIssue(store, aFlag(bench, { pauseSeconds: 0 }));
  await takeTurn(store, workspace, number, 'post');
  await transact(store, { workspace }, async (tx) => {
    await personFor(tx, workspace, slackUser);
    const isMember = { isMember: true, isAdmin: false, hasLeft: false };
    await saveMembership(tx, workspace, slackUser, isMember, store.clock());
  });
  await changeIssue(store, aChange(workspace, number, slackUser, { type: 'claim' }));
  const change = (text: string) => aChange(workspace, number, slackUser, { type: 'update', text });
  return {
    /** `seconds`: when Slack told us of it, where another was kept meanwhile. */
    types: (view: string, text: string, seconds = 0) =>
      keepDraft(at(seconds), { workspace, slackUser, form, number, view }, { progress: text }),
    sends: (view: string, text: string) => {
      const request = sentKey(store.keys, { workspace, slackUser, view }, text);
      return changeIssue(store, { ...change(text), request, draftOf: form });
    },
    opens: async () => {
      const asked = await askIssue(store, { ...change(''), draftOf: form });
      return asked.ok ? asked.draft : null;
    },
  };
}

test('a keystroke and the submission at once: whichever comes first, no draft is left', async () => {
  const sam = await atSams(await aStore());
  for (let round = 0; round < 40; round += 1) {
    const view = `V${round}`;
    const acts = [() => sam.types(view, `half of ${round}`), () => sam.sends(view, `all of ${round}`)];
    await Promise.all((round % 2 === 0 ? acts : acts.toReversed()).map((act) => act()));
    expect([round, await sam.opens()]).toEqual([round, {}]);
  }
});

test('a submission waits for the keystroke that is being kept, and drops it', async () => {
  const bench = await aStore();
  const sam = await atSams(bench);
  await sam.types('V0', 'Long forgotten');
  await bench.ask(`update drafts set form = 'other-form', saved_at = now() - interval '31 days'`);
  /* The keystroke clears away what is old, and has to wait here. */
  await bench.ask('begin');
  await bench.ask('select * from drafts for update');
  const kept = sam.types('V1', 'half of it');
  await waitUntil(async () => (await waitingIn(bench)) === 1);
  const sent = sam.sends('V1', 'all of it');
  await Promise.race([sent, waitUntil(async () => (await waitingIn(bench)) === 2)]);
  await bench.ask('commit');
  await Promise.all([kept, sent]);
  expect(await sam.opens()).toEqual({});
});

test('what comes late from a form that was sent is dropped; another form of theirs keeps its own', async () => {
  const sam = await atSams(await aStore());
  await sam.sends('V1', 'Done');
  await sam.types('V1', 'Don');
  expect(await sam.opens()).toEqual({});
  await sam.types('V2', 'And then');
  expect(await sam.opens()).toEqual({ progress: 'And then' });
  await sam.types('V1', 'Do');
  expect(await sam.opens()).toEqual({ progress: 'And then' });
});

test('a keystroke that is kept after a later one changes nothing', async () => {
  const sam = await atSams(await aStore());
  await sam.types('V1', 'All of it', 10);
  await sam.types('V1', 'All of', 5);
  expect(await sam.opens()).toEqual({ progress: 'All of it' });
  await sam.types('V1', 'All of it and more', 10);
  expect(await sam.opens()).toEqual({ progress: 'All of it and more' });
});

test('a field that was emptied stays empty, whatever is kept late', async () => {
  const sam = await atSams(await aStore());
  await sam.types('V1', 'Half of it', 1);
  await sam.types('V1', '', 10);
  await sam.types('V1', 'Half of', 5);
  expect(await sam.opens()).toEqual({});
});
