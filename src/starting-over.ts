import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Both of them empty, or neither: a card of before beside a new one of its number would be two for one issue. */
interface Emptied {
  /** Deletes what the bot has kept. */
  readonly bot: () => Promise<void>;
  /** Deletes what was said in its Slack, from the file as well. */
  readonly slack: () => void | Promise<void>;
}

/** Stands beside the data from before the first is emptied until after the second is. */
const markerIn = (dataDir: string): string => join(dataDir, 'starting-over');

export async function startOver(dataDir: string, { bot, slack }: Emptied): Promise<void> {
  await writeFile(markerIn(dataDir), '');
  await bot();
  await slack();
  await forgetStartingOver(dataDir);
}

/** The process may have been killed in between: then the next start begins with the rest of it. */
export async function finishStartingOver(dataDir: string, emptied: Emptied): Promise<void> {
  if (existsSync(markerIn(dataDir))) await startOver(dataDir, emptied);
}

/** What is kept from here on is not to be deleted by a later start. */
export async function forgetStartingOver(dataDir: string): Promise<void> {
  await rm(markerIn(dataDir), { force: true });
}
