import type { TestWorkspace } from '../support/workspace.ts';
import { later } from './a-workspace.ts';

/** Says on a card that it is the same as issue `number`. */
export async function marks(
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
  await person.closes({ all: true });
}
