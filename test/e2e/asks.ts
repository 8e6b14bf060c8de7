import { expect } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { allIsSaid, claimed, flagged, patienceMs } from './a-workspace.ts';

/** Max, who is in Berlin as Sam and Lea are, flags it, and Sam takes it on. */
export async function owned(workspace: TestWorkspace, text: string): Promise<number> {
  const number = await flagged(workspace, 'max', text);
  await claimed(workspace, 'sam', text);
  await isQuiet(workspace);
  return number;
}

/** Sam asks those who lead for a decision. */
export async function asks(workspace: TestWorkspace, text: string, tried: string): Promise<void> {
  const sam = workspace.slack.person('sam');
  await sam.presses('Ask for support', { in: 'flagpost', containing: text });
  await sam.eventuallySees('form', 'What I tried');
  await sam.fills('What I tried', tried);
  await sam.picks('What I need', 'A decision');
  await sam.submits();
  await isQuiet(workspace);
}

const late = `select 1 from due where kind in ('nudge', 'ask-passes') and due_at <= $1`;

/** Whatever was due by now has happened, and what follows is said. */
export async function isQuiet(workspace: TestWorkspace): Promise<void> {
  const { clock, databaseUrl } = workspace;
  const look = () => askDatabase(databaseUrl, late, [clock.now().toString()]);
  await expect.poll(look, { timeout: patienceMs }).toEqual([]);
  await allIsSaid(workspace);
}

/** Moves to this moment by UTC, and lets everything happen that is due by then. */
export async function itIs(workspace: TestWorkspace, instant: string): Promise<void> {
  const { clock } = workspace;
  const seconds = Math.round((Date.parse(instant) - clock.now().epochMilliseconds) / 1000);
  expect(seconds).toBeGreaterThan(0);
  clock.skip({ seconds });
  await isQuiet(workspace);
}
