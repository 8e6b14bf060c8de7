import { describe, expect, test } from 'vitest';

import { openSeal, readKeyRing, requestKey, seal, sealedRow, tagsOf } from '../../src/platform/keys.ts';
import type { KeyRing } from '../../src/platform/keys.ts';
import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { missingKeys } from '../../src/platform/postgres/health.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { aChange, aFlag, aRing, aStore } from './a-store.ts';

/** `ring` with a new key in front. */
function rotated([old]: KeyRing): KeyRing {
  const [fresh] = aRing();
  return [{ ...fresh, id: 'k2' }, old];
}

/** What node:crypto says where AES-GCM's tag does not fit. */
const noAuth = 'unable to authenticate data';

const only = ([key]: KeyRing): KeyRing => [key];

describe('a seal', () => {
  test('opens for its own row, and says nothing by itself', () => {
    const ring = aRing();
    const closed = seal(ring, 'participants/w/1', 'ana');
    expect(openSeal(ring, 'participants/w/1', closed)).toBe('ana');
    expect(closed).not.toContain('ana');
    expect(seal(ring, 'participants/w/1', 'ana')).not.toBe(closed);
  });

  test('opens neither for another row, nor changed, nor without its key', () => {
    const ring = aRing();
    const closed = seal(ring, 'participants/w/1', 'ana');
    expect(() => openSeal(ring, 'participants/w/2', closed)).toThrow(noAuth);
    const changed = closed.slice(0, -2) + (closed.endsWith('AA') ? 'BB' : 'AA');
    expect(() => openSeal(ring, 'participants/w/1', changed)).toThrow(noAuth);
    expect(() => openSeal(aRing(), 'participants/w/1', closed)).toThrow(noAuth);
    expect(() => openSeal(only(rotated(ring)), 'participants/w/1', closed)).toThrow('"k1"');
  });

  test('moved to another issue does not open: nobody can be made the reporter of what they did not flag', async () => {
    const bench = await aStore();
    const mine = await flagIssue(bench.store, aFlag(bench, { slackUser: 'UANA', pauseSeconds: 0 }));
    const theirs = await flagIssue(bench.store, aFlag(bench, { slackUser: 'ULEA', pauseSeconds: 0 }));
    await bench.ask(
      `update participants set seal = other.seal from participants other where participants.issue = $1 and other.issue = $2`,
      [theirs.number, mine.number],
    );
    await expect(takeTurn(bench.store, bench.workspace, theirs.number, 'post')).rejects.toThrow(noAuth);
    expect(await bench.ask(`select 1 from events where type = 'posted'`)).toEqual([]);
  });
});

describe('a new key in front of the ring', () => {
  test('opens old seals, and seals with the new one', () => {
    const ring = aRing();
    const closed = seal(ring, 'row', 'ana');
    expect(openSeal(rotated(ring), 'row', closed)).toBe('ana');
    expect(seal(rotated(ring), 'row', 'ana')).toMatch(/^1\.k2\./);
  });

  test('recognises a reporter by the old tag, and posts what the old key sealed', async () => {
    const bench = await aStore();
    const { store, workspace } = bench;
    const first = await flagIssue(store, aFlag(bench, { pauseSeconds: 0 }));
    const second = await flagIssue(store, aFlag(bench));
    const later: Store = { ...store, keys: rotated(store.keys) };
    expect((await changeIssue(later, aChange(workspace, second.number, 'UANA', { type: 'undo' }))).ok).toBe(
      true,
    );
    await takeTurn(later, workspace, first.number, 'post');
    const [row] = await bench.ask<{ slack: string }>(
      `select slack_user_id as slack from participants join people on people.id = person_id where role = 'reporter'`,
    );
    expect(row?.slack).toBe('UANA');
  });
});

describe('a tag', () => {
  test('differs by person, workspace and key, so that nobody without the ring can compare', () => {
    const ring = aRing();
    const tags = [
      tagsOf(ring, 'w1', 'ana'),
      tagsOf(ring, 'w1', 'sam'),
      tagsOf(ring, 'w2', 'ana'),
      tagsOf(aRing(), 'w1', 'ana'),
    ];
    expect(new Set(tags.flat()).size).toBe(4);
    expect(tagsOf(rotated(ring), 'w1', 'ana')).toContain(tagsOf(ring, 'w1', 'ana')[0]);
  });

  test("is no request's name, though both are made of the same words", () => {
    const ring = aRing();
    expect(tagsOf(ring, 'w', 'ana')[0]).not.toContain(requestKey(ring, ['w', 'ana']));
    expect(requestKey(ring, ['a', 'bc'])).not.toBe(requestKey(ring, ['ab', 'c']));
  });
});

test('a sealed row is named by its workspace and itself', () => {
  expect(sealedRow('w', 'p')).toBe('participants/w/p');
  expect(readKeyRing('k1:short')).toBeNull();
});

test('a key that something sealed still needs is named when it is not on the ring', async () => {
  const bench = await aStore();
  await flagIssue(bench.store, aFlag(bench));
  expect(await missingKeys(bench.store, bench.workspace)).toEqual([]);
  const [key] = aRing();
  const other: Store = { ...bench.store, keys: [{ ...key, id: 'k2' }] };
  expect(await missingKeys(other, bench.workspace)).toEqual(['k1']);
});

test('so is one that stands for other bytes by now, also once newer flags are sealed with those', async () => {
  const bench = await aStore();
  await flagIssue(bench.store, aFlag(bench));
  const other: Store = { ...bench.store, keys: aRing() };
  await flagIssue(other, aFlag(bench));
  expect(await missingKeys(other, bench.workspace)).toEqual(['k1']);
  expect(await missingKeys(bench.store, bench.workspace)).toEqual([]);
});
