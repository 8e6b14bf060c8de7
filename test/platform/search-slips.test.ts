import { expect, test } from 'vitest';

import { searchLearnings } from '../../src/platform/postgres/search-learnings.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { aStore } from './a-store.ts';

const lines = [
  'Ask the bank first',
  'Put a new label on both houses',
  'Show what was read',
  'Order it early, by 14:30 in room 2024',
  'Close the valve',
  'Straße und Übergabe prüfen',
];

/** What a search finds among these lines, once for each query. */
async function found(queries: readonly string[]): Promise<Record<string, string[]>> {
  const { ask, store, workspace } = await aStore();
  await ask(
    `with given as (select line, row_number() over () as issue from unnest($2::text[]) line)
     insert into issues (workspace_id, number, state, version, text, flagged_at, life)
        select $1, issue, 'open', 1, line, now(), '{}' from given`,
    [workspace, lines],
  );
  await ask(
    `insert into learnings select $1, issue, line, lower(line), to_tsvector('simple', lower(line)), now()
     from (select line, row_number() over () as issue from unnest($2::text[]) line) given`,
    [workspace, lines],
  );
  const all: Record<string, string[]> = {};
  for (const query of queries) {
    const { rows } = await transact(store, { workspace }, (tx) =>
      searchLearnings(tx, workspace, query, 0, 10),
    );
    all[query] = rows.map(({ line }) => line);
  }
  return all;
}

test('one slip in a short word finds what was meant: a wrong letter, one that is missing, one too many', async () => {
  const [bank, label, read, order, valve, street] = lines;
  const meant = {
    bonk: bank,
    bnk: bank,
    baank: bank,
    lebel: label,
    lable: label,
    hause: label,
    hosue: label,
    huose: label,
    reed: read,
    rad: read,
    ordur: order,
    oder: order,
    valfe: valve,
    vlve: valve,
    valvve: valve,
    'clsoe valfe': valve,
    strase: street,
    übregabe: street,
    prufen: street,
  };
  const wanted = Object.entries(meant).map(([query, line]) => [query, [line]]);
  expect(await found(Object.keys(meant))).toEqual(Object.fromEntries(wanted));
});

test('what is another word is not taken for a slip, nor is another number', async () => {
  const others = [
    ['tank', 'table', 'louse', 'halve'],
    ['brick', 'later', 'valley', 'orchard', 'reel in', 'bn'],
    ['2025', '2042', '2204', '15', '1430'],
    ['bonk valfe'],
  ].flat();
  expect(await found(others)).toEqual(Object.fromEntries(others.map((query) => [query, []])));
});
