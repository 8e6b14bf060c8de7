import type { TestWorkspace } from '../support/workspace.ts';
import { later } from './a-workspace.ts';

/** Says on a card that it is the same as issue `number`, and closes what it opened. */
export async function marks(
  workspace: TestWorkspace,
  by: string,
  text: string,
  number: number,
): Promise<void> {
  await marksAndStays(workspace, by, text, number);
  await workspace.slack.person(by).closes({ all: true });
}

/** The same, with the receipt left open. */
export async function marksAndStays(
  workspace: TestWorkspace,
  by: string,
  text: string,
  number: number,
): Promise<void> {
  await later(workspace);
  const person = workspace.slack.person(by);
  await person.chooses('Duplicate of…', { in: 'process-gaps', containing: text });
  await person.fills('Which issue is it?', `#${number}`);
  await person.submits();
  await person.submits();
  await person.eventuallySees('form', 'and those who met it are counted there. Thank you.');
}
