import type { KnownBlock, ModalView } from '@slack/types';

import { charactersIn } from '../../core/characters.ts';
import { impacts, longestText } from '../../core/issue.ts';
import type { Gap, Impact } from '../../core/issue.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { form, note, selectInput, textInput, tickInput } from '../blocks.ts';
import { tooLongIn } from '../too-long.ts';
import { impactWords } from '../words.ts';

export const flagFormId = 'flag-form';
export const editFormId = 'edit-form';

/** Field names; each is its block's id. */
export const fields = {
  text: 'text',
  impact: 'impact',
  affected: 'affected',
  stuck: 'stuck',
  first: 'answers-first',
} as const;

export const longestAffected = 300;

const empty: Gap = { text: '', impact: null, affected: null, isStuck: false, asksAbove: false };

/** *Flag an issue*. `isAbove`: there is somebody above the lead. `remark` says, where it matters, what is (not) quoted from a message. */
export function flagForm(isAbove: boolean, gap: Gap = empty, remark?: string): ModalView {
  const blocks = [...(remark === undefined ? [] : [note(remark)]), ...gapInputs(gap, isAbove)];
  return form({ id: flagFormId, title: 'Flag an issue', submit: 'Save', memory: '', blocks });
}

/** The same fields, for a flag that nobody has seen yet. `memory` is the number and where its receipt is. */
export function editForm(isAbove: boolean, gap: Gap, memory: string): ModalView {
  const blocks = gapInputs(gap, isAbove);
  return form({ id: editFormId, title: 'Edit your flag', submit: 'Save', memory, blocks });
}

function gapInputs({ text, impact, affected, isStuck, asksAbove }: Gap, isAbove: boolean): KnownBlock[] {
  return [
    textInput(fields.text, 'What got in the way?', {
      most: longestText,
      isLong: true,
      initial: text,
      focus: true,
    }),
    selectInput(fields.impact, 'Impact', impactWords, { isOptional: true, initial: impact }),
    textInput(fields.affected, 'Who is affected?', {
      most: longestAffected,
      isOptional: true,
      initial: affected ?? '',
      hint: 'A group, not a name: for example “customers abroad” or “everyone on call”.',
    }),
    tickInput(fields.stuck, 'Is help wanted today?', 'Someone is stuck right now', {
      isTicked: isStuck,
      hint: 'Then anybody may offer to help. Whoever does sees that it was you who flagged it, so that they can reach you.',
    }),
    ...(isAbove || asksAbove ? [firstInput(asksAbove)] : []),
  ];
}

const firstWords = { lead: 'The lead', above: 'Someone above the lead' };

function firstInput(asksAbove: boolean): KnownBlock {
  return selectInput(fields.first, 'Who answers first?', firstWords, {
    initial: asksAbove ? 'above' : 'lead',
    hint: 'Anyone may take it on in any case. Someone above the lead hears of it as soon as it is posted.',
  });
}

/** What the form holds, or what is wrong with it, by field. */
export function readGap({ values }: FormState): Gap | { readonly errors: Readonly<Record<string, string>> } {
  const text = (values[fields.text] ?? '').trim();
  const affected = (values[fields.affected] ?? '').trim();
  if (text === '') return { errors: { [fields.text]: 'Please say in a few words what got in the way.' } };
  const length = charactersIn(text);
  if (length > longestText) return { errors: { [fields.text]: tooLong(length) } };
  const isTooLong = tooLongIn({ [fields.affected]: [affected, longestAffected] });
  if (isTooLong !== null) return isTooLong;
  const isStuck = (values[fields.stuck] ?? '') !== '';
  const impact = readImpact(values[fields.impact]);
  const asksAbove = values[fields.first] === 'above';
  return { text, impact, affected: affected === '' ? null : affected, isStuck, asksAbove };
}

function readImpact(value: string | null | undefined): Impact | null {
  return impacts.find((it) => it === value) ?? null;
}

export function tooLong(length: number): string {
  return `A flag holds ${longestText.toLocaleString('en')} characters; this has ${length.toLocaleString('en')}. Please shorten it, or keep the first part and post the rest as an answer in the card's thread.`;
}
