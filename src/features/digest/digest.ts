import type { Feature } from '../../platform/slack/feature.ts';
import { drawDigest } from './message.ts';
import { drawDigestReached } from './reached.ts';

/** What became better in a week, what was learned, and what waits. */
export const digest: Feature = {
  digest: { draw: drawDigest, drawReached: drawDigestReached },
};
