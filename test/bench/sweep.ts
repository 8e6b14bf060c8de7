import { Client } from 'pg';

import { openSweeper } from '../../src/platform/postgres/sweep.ts';
import { atMost, median, ms, spread } from './figures.ts';
import type { Line } from './figures.ts';
import type { House } from './house.ts';
import { openData } from './seed.ts';

const few = 10_000;
const many = 1_000_000;
const dueAtOnce = 1000;
const rounds = 9;

/** How long it takes until everything that is due was found, and taken up by a process that has nothing else to do. */
export async function measureSweep(house: House): Promise<Line[]> {
  const admin = new Client({ connectionString: house.databaseUrl });
  await admin.connect();
  try {
    await admin.query('truncate due');
    await open(admin, few);
    const amongFew = await takeTurns(house, admin);
    await open(admin, many - few);
    const amongMany = await takeTurns(house, admin);
    const ratio = median(amongMany) / median(amongFew);
    return [
      lineOf(few, amongFew),
      { ...lineOf(many, amongMany), target: atMost(median(amongMany), 200, '200 ms') },
      {
        what: 'a hundred times as many open issues: so much slower',
        figure: ratio.toFixed(2),
        target: atMost(ratio, 2, '2'),
      },
    ];
  } finally {
    await admin.end();
  }
}

function lineOf(open: number, took: readonly number[]): Line {
  const [all, due] = [open, dueAtOnce].map((it) => it.toLocaleString('en'));
  return { what: `${due} due of ${all} open issues: claimed`, figure: ms(median(took)), more: spread(took) };
}

/** Open issues are those that somebody is yet to answer first: within the next ten days, in workspaces of a thousand. */
async function open(admin: Client, count: number): Promise<void> {
  await admin.query(
    `insert into due (workspace_id, kind, subject, due_at)
      select id, 'promise-passes', n::text, now() + interval '1 day' + random() * interval '10 days'
      from (select gen_random_uuid() as id from generate_series(1, $1 / 1000)) w, generate_series(1, 1000) n`,
    [count],
  );
  await admin.query('vacuum analyze due');
}

/** Any thousand of them are due; once they are claimed, the same ones are due again. */
async function takeTurns(house: House, admin: Client): Promise<number[]> {
  await admin.query(
    `create temp table chosen as select workspace_id, kind, subject from due order by random() limit ${dueAtOnce}`,
  );
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await admin.query(`update due set due_at = now() - interval '1 minute'
      where (workspace_id, kind, subject) in (table chosen)`);
    took.push(await claimAll(house));
  }
  await admin.query('drop table chosen');
  return took;
}

async function claimAll(house: House): Promise<number> {
  const data = await openData(house);
  const { promise: isDone, resolve, reject } = Promise.withResolvers<void>();
  let left = dueAtOnce;
  const takeUp = async (): Promise<void> => {
    left -= 1;
    if (left === 0) resolve();
  };
  const sweeper = openSweeper(data.store, takeUp, reject);
  const began = performance.now();
  sweeper.start();
  await isDone;
  const took = performance.now() - began;
  await sweeper.stop();
  await data.close();
  return took;
}
