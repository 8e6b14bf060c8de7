import type { ModalView } from '@slack/types';

import { mirrorQuestions } from '../../core/mirror.ts';
import type { Mirror, MirrorQuestion, OwnMirror, Shared } from '../../core/mirror.ts';
import { actions, buttonWith, form, input, note, page, plain, section } from '../blocks.ts';
import { drawShared } from './post.ts';
import { askedBack, known, questionWords, sentences } from './words.ts';

export const shareId = 'share-mirror';
export const chooseFormId = 'share-mirror-form';
export const previewFormId = 'share-mirror-preview';
export const questionsField = 'mirror-questions';

const title = 'Your mirror';

/** What is known, under the four questions, to the lead it is about. */
export function mirrorPage(mirror: OwnMirror): ModalView {
  return page(title, [
    section('Of the last eight weeks, as far as Flagpost knows. Questions to think about, not marks.'),
    ...mirrorQuestions.map((it) => section([`*${questionWords[it]}*`, ...answersTo(mirror, it)].join('\n'))),
    note(
      'Only you see this: nobody else can, not even admins. It is counted when you open it, and kept nowhere.',
    ),
    ...(known(mirror).length === 0 ? [] : [actions(buttonWith(shareId, 'Share…', 'choose'))]),
  ]);
}

function answersTo(mirror: OwnMirror, question: MirrorQuestion): string[] {
  const known = sentences(mirror, question, 'you');
  const back = askedBack(mirror, question);
  if (known === '') return [back ?? nothingKnown];
  return back === null ? [known] : [known, back];
}

const nothingKnown = 'Nothing that Flagpost knows of.';

/** Which of it others are to see. */
export function chooseForm(mirror: Mirror): ModalView {
  const options = known(mirror).map((it) => ({ text: plain(questionWords[it]), value: it }));
  return form({
    id: chooseFormId,
    title: 'Share your mirror',
    submit: 'Preview',
    memory: '',
    blocks: [
      section('Nothing is shared unless you choose it. You see the post before anybody else does.'),
      input(questionsField, 'What would you like to share?', {
        type: 'checkboxes',
        action_id: questionsField,
        options,
      }),
    ],
  });
}

/** The post as it will look. `channel`: as Slack knows it; `null`: there is none to post it to. */
export function previewForm(shared: Shared, by: string, channel: string | null): ModalView {
  const { blocks } = drawShared(shared, by);
  if (channel === null) return page(title, [section(noChannel)]);
  return form({
    id: previewFormId,
    title: 'Share your mirror',
    submit: 'Post it',
    memory: JSON.stringify(shared),
    blocks: [section(`This is the post, as it will look in <#${channel}>:`), ...blocks, note(orNot)],
  });
}

const noChannel =
  'There is no channel for learnings yet, so there is nowhere to share it. An admin can choose one in *Settings*.';
const orNot = 'Closed without posting, it stays with you.';

export function postedPage(channel: string | null): ModalView {
  return page(title, [section(`Thank you. It is on its way${channel === null ? '' : ` to <#${channel}>`}.`)]);
}

export function chosenIn(value: string): readonly MirrorQuestion[] {
  const chosen = value.split(',');
  return mirrorQuestions.filter((it) => chosen.includes(it));
}
