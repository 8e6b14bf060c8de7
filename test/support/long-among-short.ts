import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** They take the longest, and most of them wait: for a channel's second, for a process to come back. */
const longest = [
  'e2e/kill',
  'platform/many-due',
  'browser/seed',
  'browser/clock',
  'e2e/still-on-it',
  'e2e/stop',
  'e2e/kill-unsure',
  'e2e/rest',
  'e2e/slack-away',
  'e2e/asks-go-on',
  'e2e/trial',
  'e2e/outage',
  'e2e/passing-time',
  'e2e/seed',
  'e2e/after-commit',
  'e2e/bad-weather',
  'e2e/digest',
  'e2e/thread-order',
  'e2e/asks-weather',
  'e2e/thanks-digest',
  'e2e/mend',
  'core/year/year',
  'browser/live',
  'e2e/returns-counted',
  'e2e/not-duplicate',
  'e2e/owed',
].map((name) => `/test/${name}.test.ts`);

/** So many short ones begin after each of them: half of the workers wait, and half compute. */
const shortAfterEach = 5;

/** Side by side the long ones would leave the cores idle, and the short ones after them would starve. */
export class LongAmongShort extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const long = longest.flatMap((end) => sorted.filter(({ moduleId }) => moduleId.endsWith(end)));
    const short = sorted.filter((file) => !long.includes(file));
    const mixed = long.flatMap((file) => [file, ...short.splice(0, shortAfterEach)]);
    return [...mixed, ...short];
  }
}
