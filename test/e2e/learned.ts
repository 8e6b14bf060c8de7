import type { TestWorkspace } from '../support/workspace.ts';
import { claimed, flagged, patienceMs } from './a-workspace.ts';

/** Flagged by Ana, solved by Sam with a line that others can use. */
export async function solvedWithLine(
  workspace: TestWorkspace,
  text: string,
  line: string | null,
): Promise<number> {
  const number = await flagged(workspace, 'ana', text);
  await solvedBySam(workspace, text, line);
  return number;
}

/** Sam takes it on, and solves it with a line. */
export async function solvedBySam(
  workspace: TestWorkspace,
  text: string,
  line: string | null,
): Promise<void> {
  const { slack, clock } = workspace;
  await claimed(workspace, 'sam', text);
  clock.skip({ seconds: 20 });
  await slack.ages(20_000);
  const sam = slack.person('sam');
  await sam.presses('Mark as solved', { in: 'flagpost', containing: text });
  await sam.fills('What changed?', `Changed: ${text}`);
  await sam.picks('What kind of change is it?', 'Added a guard');
  if (line !== null) await sam.fills('What can others use?', line);
  await sam.submits();
  await slack.person('ana').eventuallySees('flagpost', `Changed: ${text}`, patienceMs);
}

/** And Ana says that it is fixed. */
export async function learnt(workspace: TestWorkspace, text: string, line: string | null): Promise<number> {
  const number = await solvedWithLine(workspace, text, line);
  await confirmed(workspace, number);
  return number;
}

export async function confirmed({ slack }: TestWorkspace, number: number): Promise<void> {
  const ana = slack.person('ana');
  await ana.presses('Fixed', { in: 'flagpost', containing: `Is #${number}` });
  await ana.eventuallySees('form', 'Your answer is saved');
  await ana.closes();
  await slack.person('kim').eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`, patienceMs);
}

/** Somebody writes it up from their direct message, and publishes it. */
export async function publishes(
  { slack }: TestWorkspace,
  by: string,
  text: string,
  happened: string,
  consent?: 'Show my name' | 'Leave my name off',
): Promise<void> {
  const writer = slack.person(by);
  await writer.presses('Write what we learned', { in: 'flagpost', containing: text });
  await writer.fills('What happened', happened);
  await writer.submits();
  await writer.eventuallySees('form', 'Back to the text');
  if (consent !== undefined) await writer.picks('May your name be shown with it?', consent);
  await writer.submits();
  await writer.eventuallySees('form', 'is published');
  await writer.closes();
}

/** Sam opens it from his message and writes what happened, and sends it. */
export async function writtenBySam(
  { slack }: TestWorkspace,
  issue: string,
  happened: string,
  possible = '',
): Promise<string> {
  const sam = slack.person('sam');
  await sam.presses('Write what we learned', { in: 'flagpost', containing: issue });
  await sam.eventuallySees('form', 'What happened');
  await sam.fills('What happened', happened);
  if (possible !== '') await sam.fills('What made it possible', possible);
  await sam.submits();
  return (await sam.seesForm()) ?? '';
}

/** From the preview that stands before him. */
export async function publishedBySam({ slack }: TestWorkspace): Promise<void> {
  const sam = slack.person('sam');
  await sam.eventuallySees('form', 'How it will look');
  await sam.submits();
  await sam.eventuallySees('form', /is (published|changed)/);
  await sam.closes();
}
