import { copyFile, open, stat, truncate } from 'node:fs/promises';

const longestLogBytes = 1_000_000;

/**
 * Leaves at most a megabyte in the file and as much in one older copy. Copied and emptied, not renamed: a running
 * server goes on appending to the file it has open.
 */
export async function boundLog(file: string): Promise<void> {
  if ((await sizeOf(file)) <= longestLogBytes) return;
  await copyFile(file, `${file}.old`);
  await truncate(file);
}

export async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.size,
    () => 0,
  );
}

/** What was written since the file had `fromBytes`, its last lines only. */
export async function readTail(file: string, fromBytes: number): Promise<string> {
  const lines: string[] = [];
  const handle = await open(file);
  for await (const line of handle.readLines({ start: fromBytes })) {
    lines.push(line);
    if (lines.length > 20) lines.shift();
  }
  return lines.join('\n');
}
