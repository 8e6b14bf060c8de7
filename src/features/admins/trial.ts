import type { Solution } from '../../core/issue.ts';
import type { Settings } from '../../platform/postgres/settings.ts';
import { noLearningChannel } from '../../platform/postgres/waiting.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, section } from '../blocks.ts';
import { settingsButton, testButton } from '../buttons.ts';
import { learningsToo, whatToDo } from './what-to-do.ts';

/** How the owner of a test calls it solved. */
export const trialSolution: Solution = {
  changed: 'Nothing: this was a test.',
  kind: 'one-off',
  learning: 'This is a test of Flagpost. What others can use of a fix is posted here.',
};

/** What came of *Test it*, to whoever pressed it: every step, and where it stopped, what to do. */
export function drawTrial(outcome: readonly string[], settings: Settings): Drawing {
  const [taken, reason = ''] = outcome;
  if (taken === undefined) return begun;
  const steps = stepsIn(settings);
  const count = Math.min(Number(taken), steps.length);
  const lines = steps.map((step, index) => `${index + 1}. ${step}: ${said(index, count, reason)}`);
  const hasNoChannel = reason === noLearningChannel;
  const isWell = (count === steps.length && reason === '') || hasNoChannel;
  const head = isWell
    ? '*The test went all the way through.* Flagpost works here.'
    : '*The test stopped on its way.* What there was of it is taken away again.';
  const more = hasNoChannel ? ` ${learningsToo}` : '';
  const tail = isWell
    ? `All of it is taken away again.${more}`
    : whyItStopped(reason, channelOf(count, settings) ?? '');
  const text = [head, ...lines, tail].join('\n');
  const buttons = [...(isWell ? [] : [testButton()]), ...(isWell && !hasNoChannel ? [] : [settingsButton()])];
  return { text, blocks: [section(text), ...(buttons.length === 0 ? [] : [actions(...buttons)])] };
}

const begun: Drawing = {
  text: 'A test is under way: one flag goes all the way through. In a moment I say here how far it came.',
  blocks: [
    section(
      'A test is under way: one flag goes all the way through. In a moment I say here how far it came.',
    ),
  ],
};

function stepsIn({ issuesChannel, learningChannel }: Settings): string[] {
  const named = (channel: string | null): string => (channel === null ? 'that channel' : `<#${channel}>`);
  return [
    'Saved',
    `Posted in ${named(issuesChannel)}`,
    'Claimed, by you',
    'You told, in a message here',
    'Solved',
    'Confirmed',
    learningChannel === null ? 'A learning posted' : `A learning posted in ${named(learningChannel)}`,
  ];
}

/** What is learned is the last step, and has a channel of its own. */
function channelOf(count: number, { issuesChannel, learningChannel }: Settings): string | null {
  return count === 6 ? learningChannel : issuesChannel;
}

function said(index: number, count: number, reason: string): string {
  if (index < count) return 'done';
  if (reason === noLearningChannel) return 'not tried, since there is no learning channel';
  return index === count ? 'not done' : 'not tried';
}

function whyItStopped(reason: string, channel: string): string {
  switch (reason) {
    case 'slow':
      return 'It took longer than a minute and a half. Please try again later; if it stays so, the log of whoever runs Flagpost says more.';
    case 'claimed-by':
      return 'Somebody was quicker to claim it. That is a good sign; please try again.';
    case 'not-a-member':
    case 'membership-unknown':
      return "Slack does not say that you are a full member of this workspace, so you can't claim. Please let another admin try.";
    case 'gone':
      return 'It was taken back before its time. Please try again.';
    default:
      return `${whatToDo(reason, channel)} Then try again.`;
  }
}
