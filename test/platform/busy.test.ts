import { Pool } from 'pg';
import { expect, test, vi } from 'vitest';

import { isBusy, momentMs } from '../../src/platform/postgres/busy.ts';

test('the eleventh flag within a moment finds the database busy, and one after that moment does not', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const [pool, other] = [new Pool(), new Pool()];
  const flags = Array.from({ length: 12 }, () => isBusy(pool));
  expect(flags).toEqual([...Array.from({ length: 10 }, () => false), true, true]);
  expect(isBusy(other)).toBe(false);
  now.mockReturnValue(momentMs - 1);
  expect(isBusy(pool)).toBe(true);
  now.mockReturnValue(momentMs);
  expect(isBusy(pool)).toBe(false);
  now.mockRestore();
});
