import { settleReached } from '../../platform/postgres/reached.ts';
import type { SaidOfPost } from '../../platform/postgres/reached.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Effect, House, Press } from '../../platform/slack/feature.ts';
import { oneSentence } from '../blocks.ts';
import { whetherReached } from '../whether-reached.ts';

/** Of what was learned from an issue. */
export function drawReached({ issue, post }: Scene): Drawing | null {
  if (post === null) return null;
  const number = `*#${issue.number}*`;
  return whetherReached(post.id, post.state, {
    ask: `Did what we learned from ${number} reach the channel for learnings? Slack took it and never answered, so I don't know. Please have a look: I post nothing twice there by myself. One answer is enough, from an admin or from whoever it is from.`,
    what: `What we learned from ${number}`,
    aloud: `what we learned from #${issue.number}`,
  });
}

/** What they said is seen where they pressed, once the message is drawn anew. */
export function saysOfPost(what: SaidOfPost) {
  return async ({ store }: House, press: Press): Promise<readonly Effect[]> => {
    const { workspace, slackUser, value } = press;
    const outcome = await settleReached(store, workspace, slackUser, value, what);
    return outcome === 'settled' ? [] : [{ say: oneSentence('That question was for somebody else.') }];
  };
}
