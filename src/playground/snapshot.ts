import { readFileSync, renameSync, writeFileSync } from 'node:fs';

import { WORLD } from './world.ts';
import type { World } from './world.ts';

const DELAY_MS = 200;

export interface Snapshot {
  /** Soon, and once for many changes. */
  save(): void;
  /** At once. */
  close(): void;
}

export function loadWorld(file: string): World | undefined {
  try {
    return WORLD.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export function openSnapshot(file: string | undefined, world: World): Snapshot {
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    if (file === undefined) return;
    writeFileSync(`${file}.new`, JSON.stringify(world));
    renameSync(`${file}.new`, file);
  };
  return {
    save: () => {
      if (file !== undefined) timer ??= setTimeout(write, DELAY_MS);
    },
    close: write,
  };
}
