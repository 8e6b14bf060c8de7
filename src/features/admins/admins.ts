import type { Feature } from '../../platform/slack/feature.ts';
import { drawNotice } from './notice.ts';
import { trialSolution } from './trial.ts';

/** What admins are asked, and what they are told where something waits for them or was tested. */
export const admins: Feature = { notices: { draw: drawNotice, trialSolution } };
