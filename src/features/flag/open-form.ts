import { cutTo } from '../../core/characters.ts';
import { longestText } from '../../core/issue.ts';
import type { Gap } from '../../core/issue.ts';
import { nextRung } from '../../core/ladder.ts';
import type { Effect, House, Shortcut, Visit } from '../../platform/slack/feature.ts';
import { flagForm } from './form.ts';
import { readMessage } from './typed-text.ts';

export async function openForm(house: House, visit: Visit): Promise<readonly Effect[]> {
  return [{ form: flagForm(await hasAbove(house, visit)) }];
}

/** Whether there is somebody above the lead, who might answer first. */
export async function hasAbove(house: House, { workspace }: Visit): Promise<boolean> {
  return nextRung((await house.waysOf(workspace)).cadence.rungs, [], 0) !== null;
}

/** The shortcut on a message. */
export async function openFormAbout(house: House, shortcut: Shortcut): Promise<readonly Effect[]> {
  return [{ form: formAbout(shortcut, await hasAbove(house, shortcut)) }];
}

/** In a public channel the message is quoted without its author's name, as text to edit, and linked. */
function formAbout({ message }: Shortcut, isAbove: boolean): ReturnType<typeof flagForm> {
  if (message === null) return flagForm(isAbove);
  if (!message.isPublic) {
    return flagForm(
      isAbove,
      undefined,
      'That message is from a private conversation, so none of it is taken over. Please say it in your own words.',
    );
  }
  const link = `https://slack.com/archives/${message.channel}/p${message.ts.replace('.', '')}`;
  const words = cutTo(readMessage(message.text), longestText - link.length - 1);
  const text = words === '' ? link : `${words}\n${link}`;
  const remark = 'Quoted without the name of whoever wrote it. Please change it as you like.';
  return flagForm(isAbove, bare(text), remark);
}

/** A flag with nothing but its words. */
export function bare(text: string): Gap {
  return { text, impact: null, affected: null, isStuck: false, asksAbove: false };
}
