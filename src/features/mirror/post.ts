import type { Shared } from '../../core/mirror.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, note, oneSentence, section } from '../blocks.ts';
import { reachedButtons } from '../reached-buttons.ts';
import { questionWords, sentences } from './words.ts';

/** What a lead has chosen to show, in the learning channel. `by`: how they are mentioned. */
export function drawShared({ mirror, questions }: Shared, by: string): Drawing {
  const ours = `${by} shares from their own mirror of eight weeks:`;
  const parts = questions.map((it) => [questionWords[it], sentences(mirror, it, 'I')] as const);
  return {
    text: [ours, ...parts.map(([question, words]) => `${question} ${words}`), whose].join('\n'),
    blocks: [
      section(ours),
      ...parts.map(([question, words]) => section(`*${question}*\n${words}`)),
      note(whose),
    ],
  };
}

const whose = 'Nobody but them could see it before, and they chose what stands here.';

/** *Did this reach the channel?*, where Slack's answer never came: it is not posted twice. */
export function drawShareReached(message: string, state: 'unsure' | 'there' | 'on its way'): Drawing {
  switch (state) {
    case 'unsure': {
      const ask =
        "Did what somebody shares from their own mirror reach the channel for learnings? Slack took it and never answered, so I don't know. Please have a look: I post nothing twice by myself. One answer is enough.";
      const what = 'what is shared from a mirror';
      return { text: ask, blocks: [section(ask), actions(...reachedButtons(message, what))] };
    }
    case 'there':
      return { ...oneSentence('What is shared from a mirror is in the channel. Thank you.'), isEcho: true };
    case 'on its way':
      return { ...oneSentence('What is shared from a mirror is posted again. Thank you.'), isEcho: true };
  }
}
