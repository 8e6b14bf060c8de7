import { setTimeout as pause } from 'node:timers/promises';

import { atMost, median } from './figures.ts';
import type { Line } from './figures.ts';
import { startBot } from './house.ts';
import type { Bot, House } from './house.ts';
import { residentMb } from './memory.ts';

const starts = 3;
const idleSeconds = 10;
const pauseSeconds = 2;

/** Starts the bot a few times on the data that is there, and leaves the last one alone for a while. */
export async function measureStart(house: House): Promise<{ lines: Line[]; bot: Bot; pauseSeconds: number }> {
  const bots: Bot[] = [];
  for (let count = 1; count <= starts; count += 1) {
    await bots.at(-1)?.program.stop();
    bots.push(await startBot(house, pauseSeconds));
  }
  const bot = bots.at(-1);
  if (bot === undefined) throw new Error('no bot was started');
  const ready = median(bots.map(({ readyMs }) => readyMs));
  await pause(idleSeconds * 1000);
  const memory = await residentMb(bot.program.pid);
  const lines = [
    {
      what: 'start until ready',
      figure: `${(ready / 1000).toFixed(2)} s`,
      target: atMost(ready, 3000, '3 s'),
    },
    {
      what: `memory, idle for ${idleSeconds} s`,
      figure: `${memory} MB`,
      target: atMost(memory, 150, '150 MB'),
    },
  ];
  return { lines, bot, pauseSeconds };
}
