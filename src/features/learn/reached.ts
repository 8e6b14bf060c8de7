import { settleReached } from '../../platform/postgres/reached.ts';
import type { SaidOfPost } from '../../platform/postgres/reached.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Effect, House, Press } from '../../platform/slack/feature.ts';
import { actions, oneSentence, section } from '../blocks.ts';
import { reachedButtons } from '../reached-buttons.ts';

/** *Did this reach the channel?*, where Slack's answer never came: in public nothing is said twice by itself. */
export function drawReached({ issue, post }: Scene): Drawing | null {
  if (post === null) return null;
  const number = `*#${issue.number}*`;
  switch (post.state) {
    case 'unsure': {
      const ask = `Did what we learned from ${number} reach the channel for learnings? Slack took it and never answered, so I don't know. Please have a look: I post nothing twice there by myself. One answer is enough, from an admin or from whoever it is from.`;
      return {
        text: ask,
        blocks: [section(ask), actions(...reachedButtons(post.id, `what we learned from #${issue.number}`))],
      };
    }
    case 'there':
      return { ...oneSentence(`What we learned from ${number} is in the channel. Thank you.`), isEcho: true };
    case 'on its way':
      return { ...oneSentence(`What we learned from ${number} is posted again. Thank you.`), isEcho: true };
  }
}

/** What they said is seen where they pressed, once the message is drawn anew. */
export function saysOfPost(what: SaidOfPost) {
  return async ({ store }: House, press: Press): Promise<readonly Effect[]> => {
    const { workspace, slackUser, value } = press;
    const outcome = await settleReached(store, workspace, slackUser, value, what);
    return outcome === 'settled' ? [] : [{ say: oneSentence('That question was for somebody else.') }];
  };
}
