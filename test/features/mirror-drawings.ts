import type { ModalView } from '@slack/types';

import { chosenOf } from '../../src/core/mirror.ts';
import { mirror as feature } from '../../src/features/mirror/mirror.ts';
import { chooseForm, mirrorPage, postedPage, previewForm } from '../../src/features/mirror/page.ts';
import { aMirror } from '../support/a-mirror.ts';
import { kim } from '../support/builders.ts';
import type { Drawings } from './drawings.ts';

const full = aMirror({
  firstAnswers: 9,
  byOthers: 5,
  byYou: 2,
  notDoing: 1,
  lookAgain: 2,
  looks: 2,
  openedAgain: 1,
  learnings: 3,
  asksAnswered: 7,
  supportPromised: 3,
  supportGiven: 2,
  supportUnneeded: 1,
  asksEnded: 8,
  takenOver: 4,
});

const all = ['step-in', 'theirs', 'act', 'learn'] as const;

/** What a lead shares of their own mirror, in the learning channel. */
export function sharedMirrors(): Drawings {
  const post = (slackUserId: string | null) =>
    feature.share?.draw({ shown: chosenOf(full, all), by: kim, slackUserId }) ?? null;
  const reached = (state: 'unsure' | 'there' | 'on its way') =>
    feature.share?.drawReached('7a5d3c1e-9b8f-4d2a-8c6e-0f1a2b3c4d5e', state) ?? null;
  return {
    'all there can be': post('UKIM'),
    'by a lead who was forgotten since': post(null),
    'nobody knows whether it reached the channel': reached('unsure'),
    'it did': reached('there'),
    'it did not': reached('on its way'),
  };
}

export function mirrorForms(): Readonly<Record<string, ModalView>> {
  const shared = chosenOf(full, all);
  return {
    'mirror, all there can be': mirrorPage(full),
    'mirror, nothing known': mirrorPage(aMirror()),
    'mirror, of somebody who takes on most': mirrorPage(
      aMirror({
        firstAnswers: 5,
        byOthers: 1,
        byYou: 4,
      }),
    ),
    'mirror, of somebody of whose nothing came yet': mirrorPage(
      aMirror({ firstAnswers: 5, looks: 2, supportPromised: 3 }),
    ),
    'mirror, of one whose support was not needed any more': mirrorPage(
      aMirror({ supportPromised: 1, supportUnneeded: 1 }),
    ),
    'mirror, of several that others took on': mirrorPage(aMirror({ firstAnswers: 3, byOthers: 2 })),
    'mirror, of one issue': mirrorPage(aMirror({ firstAnswers: 1, byYou: 1 })),
    'mirror, of one issue that somebody else took on': mirrorPage(aMirror({ firstAnswers: 1, byOthers: 1 })),
    'mirror, of one issue that was learned from': mirrorPage(
      aMirror({ firstAnswers: 1, byOthers: 1, learnings: 1 }),
    ),
    'mirror, of somebody who saw to one ask': mirrorPage(
      aMirror({
        asksAnswered: 1,
        supportGiven: 1,
        asksEnded: 1,
        takenOver: 1,
      }),
    ),
    'mirror, of somebody who took everything over': mirrorPage(aMirror({ asksEnded: 5, takenOver: 5 })),
    'mirror, what to share': chooseForm(full),
    'mirror, the post': previewForm(shared, '<@UKIM>', 'C0LEARN'),
    'mirror, without a channel': previewForm(shared, '<@UKIM>', null),
    'mirror, posted': postedPage('C0LEARN'),
  };
}
