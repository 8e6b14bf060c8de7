import { cpus } from 'node:os';

import { count } from 'drizzle-orm';

import { issues, workspaces } from '../../src/platform/postgres/schema/issues.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { asWorkspaceId } from '../../src/platform/postgres/workspaces.ts';
import { measureDelivery } from './delivery.ts';
import { measureDigests } from './digests.ts';
import { table } from './figures.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { stopAll } from './processes.ts';
import { issues as seeded, openData, seedIssues } from './seed.ts';
import { openServer } from './server.ts';
import { measureStart } from './start.ts';
import { measureSweep } from './sweep.ts';
import { teams } from './teams.ts';
import { measureThroughput } from './throughput.ts';

/** Longer than it ever takes; should something hang, it ends all the same. */
const mostSeconds = 300;

/**
 * Measures the bot as it runs in production: Postgres, Slack's double, the bot and the load are four processes on this
 * machine. Exits 0 whatever the figures are; the table marks the targets that were missed.
 */
async function bench(): Promise<void> {
  const server = await openServer();
  try {
    const house = await openHouse(server.databaseUrl, server.scratchDir);
    await seedIssues(house);
    say('Flags, beside a command that only acks …');
    const throughput = await measureThroughput(house);
    await allAreThere(house, throughput.acknowledged);
    say('Start and memory …');
    const { lines, bot, pauseSeconds } = await measureStart(house);
    say('Posting, claiming, Home …');
    const delivery = await measureDelivery(house, pauseSeconds);
    await bot.program.stop();
    say('Digests …');
    const digests = await measureDigests(house);
    say('A sweep …');
    const sweep = await measureSweep(house);
    process.stdout.write(
      `\n${machine(server.isGiven)}\n\n${table([...throughput.lines, ...delivery, ...lines, ...digests, ...sweep])}`,
    );
  } finally {
    await stopAll();
    await server.close();
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function machine(isGiven: boolean): string {
  const cores = cpus();
  const database = isGiven ? 'Postgres at TEST_DATABASE_URL' : 'embedded Postgres with fsync';
  return `${cores.length} × ${cores[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${database}; load, bot, Slack's double and Postgres share them.`;
}

/** An acknowledged flag is a saved flag: as many rows as receipts. */
async function allAreThere(house: House, acknowledged: number): Promise<void> {
  const data = await openData(house);
  const { team } = await house.slack.world();
  let saved = 0;
  for (const slackId of [team.id, ...teams]) {
    const [home] = await transact(data.store, { team: slackId }, (tx) => tx.select().from(workspaces));
    const workspace = asWorkspaceId(home?.id ?? '');
    const [row] = await transact(data.store, { workspace }, (tx) =>
      tx.select({ saved: count() }).from(issues),
    );
    saved += row?.saved ?? 0;
  }
  await data.close();
  const wanted = acknowledged + seeded;
  if (saved !== wanted) throw new Error(`${wanted} flags should be there, ${saved} are.`);
}

const patience = setTimeout(() => end(`Not done after ${mostSeconds} s.`), mostSeconds * 1000);
patience.unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end(signal));

/** Whatever was under way is let go: its processes are ended, and so are the database's. */
function end(why: string): void {
  say(why);
  const exit = (): void => process.exit(1);
  stopAll().then(exit, exit);
}

await bench();
