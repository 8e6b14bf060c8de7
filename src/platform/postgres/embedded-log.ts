import { copyFile, open, stat, truncate } from 'node:fs/promises';

const longestLogBytes = 1_000_000;
const checkEveryMs = 3_600_000;

/** Keeps the file and one older copy, each of about a megabyte at most. Ends with the returned function. */
export async function boundLog(file: string): Promise<() => void> {
  await shorten(file);
  const timer = setInterval(() => void shorten(file).catch(() => undefined), checkEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Copied and emptied, not renamed: a running server goes on appending to the file it has open. */
async function shorten(file: string): Promise<void> {
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
