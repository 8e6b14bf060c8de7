import type { Shared } from '../../core/mirror.ts';
import type { Reached } from '../../platform/postgres/messages.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { note, section } from '../blocks.ts';
import { whetherReached } from '../whether-reached.ts';
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

/** Nothing is shared twice by itself. */
export function drawShareReached(message: string, reached: Reached): Drawing {
  return whetherReached(message, reached, {
    ask: "Did what somebody shares from their own mirror reach the channel for learnings? Slack took it and never answered, so I don't know. Please have a look: I post nothing twice by myself. One answer is enough.",
    what: 'What is shared from a mirror',
    aloud: 'what is shared from a mirror',
  });
}
