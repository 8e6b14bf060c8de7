import type { Feature } from '../../platform/slack/feature.ts';
import { issueCard } from '../issue-card.ts';
import { drawReply } from './reply.ts';

/** The issue in its channel, and what happened to it in the thread. */
export const card: Feature = {
  draws: { card: (scene) => issueCard(scene.issue, scene.slackIds, scene), reply: drawReply },
};
