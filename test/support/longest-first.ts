import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** They take half a minute and more; the others are done in what is left of their time. */
const longest = [
  'e2e/kill-unsure',
  'browser/seed',
  'browser/clock',
  'e2e/slack-away',
  'e2e/kill',
  'e2e/outage',
  'e2e/stop',
  'e2e/slack-away-admins',
  'browser/start-over',
  'e2e/still-on-it',
  'e2e/rest',
  'e2e/trial',
  'e2e/thread-order',
  'e2e/mend',
].map((name) => `/test/${name}.test.ts`);

/** So that no long one is still at work, alone, when all others are through. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const first = longest.flatMap((end) => sorted.filter(({ moduleId }) => moduleId.endsWith(end)));
    return [...first, ...sorted.filter((file) => !first.includes(file))];
  }
}
