import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** They take half a minute and more; the others are done in what is left of their time. */
const longest = [
  'e2e/kill-unsure',
  'e2e/trial-kill',
  'e2e/slack-away',
  'e2e/bad-weather',
  'e2e/still-on-it',
  'e2e/kill',
  'e2e/rest',
  'e2e/asks-go-on',
  'browser/seed',
  'browser/clock',
  'platform/many-due',
  'e2e/trial',
  'e2e/stop',
  'e2e/seed',
  'e2e/passing-time',
  'e2e/thread-order',
  'e2e/outage',
  'e2e/slack-away-admins',
  'e2e/mend',
  'e2e/learning-once',
  'e2e/thanks',
  'e2e/owed',
  'e2e/first-answer',
  'platform/embedded',
  'core/year/year',
].map((name) => `/test/${name}.test.ts`);

/** So that no long one is still at work, alone, when all others are through. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const first = longest.flatMap((end) => sorted.filter(({ moduleId }) => moduleId.endsWith(end)));
    return [...first, ...sorted.filter((file) => !first.includes(file))];
  }
}
