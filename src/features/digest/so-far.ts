import type { KnownBlock, ModalView } from '@slack/types';

import { longestOwnLine } from '../../core/digest/digest.ts';
import type { NotALead, SoFar } from '../../platform/postgres/own-lines.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { noteLine } from '../afterwards.ts';
import type { Foremost } from '../afterwards.ts';
import {
  actions,
  buttonWith,
  form,
  header,
  oneSentence,
  page,
  plain,
  section,
  shortened,
  textInput,
} from '../blocks.ts';
import { mirrorButton } from '../buttons.ts';
import { comingMoment, listed } from '../words.ts';
import { daysOf, longestText, tellingOf } from './message.ts';

export const ownLineId = 'digest-own-line';
export const ownLineFormId = 'digest-own-line-form';
export const ownLineField = 'own-line';

/** The digest as it would be now, to a lead alone. */
export function drawSoFar(soFar: SoFar): Drawing {
  const { digest, own } = soFar;
  const telling = digest === null ? null : tellingOf(digest);
  const isEmpty = telling === null || telling.blocks.length === 0;
  const days = digest === null ? '' : ` · ${daysOf(digest)}`;
  const title = `The digest so far${days}`;
  const blocks: readonly KnownBlock[] = isEmpty ? [section(nothingSoFar)] : telling.blocks;
  const words = own === '' ? 'Add a line of your own' : 'Change your line';
  return {
    text: shortened(
      [title, ...(isEmpty ? [nothingSoFar] : telling.spoken), whenSent(soFar)].join('\n'),
      longestText,
    ),
    blocks: [
      header(title),
      ...blocks,
      section(whenSent(soFar)),
      actions(buttonWith(ownLineId, words, 'own', `${words} to the weekly digest`), mirrorButton()),
    ],
  };
}

const nothingSoFar = 'Nothing is worth a reader’s time so far. If it stays like that, nothing is sent.';

function whenSent({ next, learningChannel }: Pick<SoFar, 'next' | 'learningChannel'>): string {
  const where =
    learningChannel === null ? 'as soon as there is a channel for learnings' : `in <#${learningChannel}>`;
  return `Only you see this. It is sent ${comingMoment('on', next)}, ${where}.`;
}

/** As many as one reads through before asking one of them. */
const mostNamed = 3;

/** To whoever doesn't lead: who can. */
export function onlyLeads({ leads, learningChannel }: NotALead): Drawing {
  const where = learningChannel === null ? '' : ` Everybody reads it in <#${learningChannel}>, once a week.`;
  const named = leads.slice(0, mostNamed).map((id) => `<@${id}>`);
  const who = named.length === 0 ? '' : ` ${listed(named)} can tell you what is in it so far.`;
  return oneSentence(`Before it is sent, leads read the digest.${who}${where}`);
}

export function ownLineForm({ own, since }: Pick<SoFar, 'own' | 'since'>): ModalView {
  return form({
    id: ownLineFormId,
    title: 'Your line',
    submit: 'Keep it',
    memory: since,
    blocks: [
      section(
        'It stands in the coming digest, with your name. You can change it until that is sent. Where many leads add one, the first ones go in: a digest is one screen of a phone.',
      ),
      textInput(ownLineField, 'What would you like to add?', {
        most: longestOwnLine,
        isLong: true,
        isOptional: true,
        focus: true,
        initial: own,
        hint: 'Left empty, nothing is added.',
      }),
    ],
  });
}

/** That it is kept; and one quiet line where its words make people the explanation. */
export function keptPage(text: string, foremost: Foremost | null): ModalView {
  const kept =
    text === ''
      ? 'The digest goes without a line of yours.'
      : 'Thank you. Your line is kept for the coming digest. Where many leads add one, the first ones go in.';
  return page('Your line', [
    section(kept),
    ...(foremost === null
      ? []
      : [{ type: 'section' as const, text: plain(noteLine({ text, learning: null }, foremost)) }]),
    actions(buttonWith(ownLineId, text === '' ? 'Add a line of your own' : 'Change your line', 'own')),
  ]);
}

export const sentMeanwhile =
  'The digest was sent meanwhile, so nothing was changed. Please copy your words and open this again for the next one.';
export const leadsOnly = 'Only leads add a line to the digest. Nothing was changed.';
