import { expect, test, vi } from 'vitest';

import { findChromium, leftOut } from './support/chromium.ts';

test('where there is no Chromium it is said that its tests were left out, and how to get it', () => {
  expect(findChromium({ PATH: '' })).toBeNull();
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  leftOut.onTestRunEnd();
  const said = written.mock.calls.flat().join('');
  written.mockRestore();
  expect(said).toContain('left out: there is no Chromium here. Install it');
});

test('one that is named has to be there', () => {
  expect(() => findChromium({ CHROMIUM_PATH: '/no/such/chromium' })).toThrow('/no/such/chromium');
});
