import type { Feature } from '../../platform/slack/feature.ts';
import { drawAlone, drawTogether } from './frame.ts';

/** How people are told something that they have not asked for. */
export const unasked: Feature = {
  unasked: { alone: drawAlone, together: drawTogether },
};
