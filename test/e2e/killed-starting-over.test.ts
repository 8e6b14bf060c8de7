import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { expect, test, vi } from 'vitest';

import { freePort } from '../support/free-port.ts';
import { npmStart } from '../support/npm-start.ts';
import { createScratchDir } from '../support/postgres.ts';

interface Seen {
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly messages: readonly { readonly text: string }[];
  }[];
}

async function act(address: string, as: string, ask: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${address}/page/acts?as=${as}`, { method: 'POST', headers, body: JSON.stringify(ask) });
}

async function sees(address: string): Promise<Seen> {
  const response = await fetch(`${address}/page/sight?as=ana`);
  const reader = response.body?.getReader();
  let said = '';
  while (!said.includes('\n\n')) {
    const part = await reader?.read();
    if (part === undefined || part.done) throw new Error('nothing to see');
    said += new TextDecoder().decode(part.value);
  }
  await reader?.cancel();
  return JSON.parse(said.slice('data: '.length, said.indexOf('\n\n'))) as Seen;
}

async function flags(address: string, text: string): Promise<string[]> {
  const place = (await sees(address)).channels.find(({ name }) => name === 'general')?.id ?? '';
  await act(address, 'ana', { act: 'command', place, line: `/flag-issue ${text}` });
  const cards = async (): Promise<string[]> =>
    ((await sees(address)).channels.find(({ name }) => name === 'process-gaps')?.messages ?? []).map(
      (it) => it.text,
    );
  await vi.waitFor(async () => expect((await cards()).join('\n')).toContain(text), {
    timeout: 20_000,
    interval: 200,
  });
  return await cards();
}

test(
  'killed between emptying the bot and the Slack, no card of before stands beside a new one of its number',
  { timeout: 120_000 },
  async () => {
    const dataDir = await createScratchDir();
    const port = await freePort();
    const first = await npmStart(port, dataDir);
    await flags(first.address, 'Alpha is stuck');
    await pause(500);
    const base = watch(join(dataDir, 'postgres', 'base'));
    const isEmptied = new Promise<void>((resolve) => base.once('change', () => resolve()));
    await act(first.address, 'kim', { act: 'startOver' });
    await isEmptied;
    base.close();
    await pause(60);
    await first.kill();
    const second = await npmStart(port, dataDir);
    const cards = await flags(second.address, 'Beta is stuck');
    expect(cards.filter((it) => it.startsWith('*#1*'))).toHaveLength(1);
    await second.kill();
    const third = await npmStart(port, dataDir);
    expect(await flags(third.address, 'Gamma is stuck')).toContainEqual(expect.stringMatching(/^\*#2\*/));
    await third.stop();
  },
);
