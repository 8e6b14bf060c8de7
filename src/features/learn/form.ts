import type { KnownBlock, ModalView } from '@slack/types';

import { isSolved } from '../../core/issue.ts';
import { longestSection, longestUse, sectionNames } from '../../core/learning.ts';
import type { SectionName, Sections, WriteUp } from '../../core/learning.ts';
import { sectionsOf, writeUpForm as writeUpFormId } from '../../platform/postgres/write-ups.ts';
import type { Begun } from '../../platform/postgres/write-ups.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { form, labelled, note, section, textInput } from '../blocks.ts';
import { tooLongIn } from '../too-long.ts';
import { sectionWords } from '../words.ts';

export { writeUpFormId };

export const fieldOf = (name: SectionName): string => `write-up-${name}`;

/** What the form and its preview remember. */
export interface Place {
  readonly number: number;
  /** The version that was published when they began. */
  readonly seen: number;
  /** Grows each time the text is shown again in the same view: what was typed before that comes too late. */
  readonly turn: number;
}

export function memoryOf({ number, seen, turn }: Place): string {
  return `${number} ${seen} ${turn}`;
}

/** What is no place of ours is issue 0, which there is none. */
export function placeIn(memory: string): Place {
  const [, number = '0', seen = '0', turn = '0'] = /^(\d{1,9}) (\d{1,9}) (\d{1,9})(?= |$)/.exec(memory) ?? [];
  return { number: Number(number), seen: Number(seen), turn: Number(turn) };
}

/** Names what stands in the form during one turn, see `isSent`. */
export function viewOf(id: string, { turn }: Place): string {
  return `${id}/${turn}`;
}

export interface Beginning {
  readonly sections: Sections;
  /** The version that is published now. */
  readonly seen: number;
  /** What somebody else has published since they began. */
  readonly meanwhile: Sections | null;
}

/** Where somebody begins or goes on: their own draft, else what is published, else what the issue says. */
export function beginning({ issue, writeUp, draft }: Begun): Beginning {
  const typed = sectionsOf(draft);
  const seen = writeUp?.version ?? 0;
  if (typed !== null) {
    const isOvertaken = Number(draft['seen'] ?? 0) !== seen;
    return { sections: typed, seen, meanwhile: isOvertaken ? (writeUp?.sections ?? null) : null };
  }
  if (writeUp !== null) return { sections: writeUp.sections, seen, meanwhile: null };
  const solution = isSolved(issue) ? issue.solution : null;
  const known = { changed: solution?.changed ?? '', use: solution?.learning ?? '' };
  return { sections: { happened: '', possible: '', well: '', ...known }, seen, meanwhile: null };
}

const hints: Partial<Readonly<Record<SectionName, string>>> = {
  happened: 'One thing after the other, with roles instead of names.',
  possible: 'Conditions, not people: what in how we work let it happen?',
  use: 'One line that helps somebody elsewhere.',
};

/**
 * *Write what we learned*. `meanwhile`: what somebody else has published since they began. `remark`: why it is shown
 * again.
 */
export function writeUpForm(
  place: Place,
  sections: Sections,
  meanwhile: Sections | null = null,
  remark: string | null = null,
): ModalView {
  return form({
    id: writeUpFormId,
    title: 'What we learned',
    submit: 'Preview',
    memory: memoryOf(place),
    blocks: [
      ...(remark === null ? [] : [section(remark)]),
      section(`What was learned from *#${place.number}*, without blame. ${whatIsSeen(place)}`),
      ...(meanwhile === null ? [] : overtaken(meanwhile)),
      ...sectionNames.map((name) => sectionInput(name, sections[name])),
    ],
  });
}

function whatIsSeen({ seen }: Place): string {
  return seen === 0
    ? 'It is kept as you type, and nobody sees it before you publish it.'
    : 'This is published. What you change is kept as you type, and nobody sees it before you publish it again.';
}

function sectionInput(name: SectionName, initial: string): KnownBlock {
  const hint = hints[name];
  return textInput(fieldOf(name), sectionWords[name], {
    most: name === 'use' ? longestUse : longestSection,
    isLong: name !== 'use',
    isOptional: name !== 'use' && name !== 'happened',
    isKept: true,
    initial,
    ...(hint === undefined ? {} : { hint }),
    ...(name === 'happened' ? { focus: true } : {}),
  });
}

/** Nobody's words are lost: theirs stand in the fields, and the others' above them. */
function overtaken(published: Sections): KnownBlock[] {
  const names = sectionNames.filter((name) => published[name] !== '');
  return [
    section(
      '*Somebody else has published it while you were writing.* Your text is all here, in the fields. This is what stands there now; please take over what belongs into yours, since publishing puts yours in its place:',
    ),
    ...names.map((name) => labelled(`${sectionWords[name]}:`, published[name])),
    note('And this is your text:'),
  ];
}

/** What stands in the form. */
export function typedSections({ values }: Pick<FormState, 'values'>): Sections {
  const typed = Object.fromEntries(sectionNames.map((name) => [name, (values[fieldOf(name)] ?? '').trim()]));
  return { happened: '', possible: '', well: '', changed: '', use: '', ...typed };
}

/** What is wrong with it, by field. */
export function faultsIn(sections: Sections): { readonly errors: Readonly<Record<string, string>> } | null {
  if (sections.happened === '')
    return { errors: { [fieldOf('happened')]: 'Please say in a few words what happened.' } };
  if (sections.use === '')
    return { errors: { [fieldOf('use')]: 'Please put into one line what somebody elsewhere can use.' } };
  return tooLongIn(
    Object.fromEntries(
      sectionNames.map((name) => [
        fieldOf(name),
        [sections[name], name === 'use' ? longestUse : longestSection] as const,
      ]),
    ),
  );
}

/** Their text again, in the same view, and why. */
export function textAgain(place: Place, sections: Sections, remark: string): ModalView {
  return writeUpForm({ ...place, turn: place.turn + 1 }, sections, null, remark);
}

/** What is wrong with it, in one line. */
export function faultsInWords({ errors }: NonNullable<ReturnType<typeof faultsIn>>): string {
  return sectionNames
    .flatMap((name) => {
      const fault = errors[fieldOf(name)];
      return fault === undefined ? [] : [`*${sectionWords[name]}*: ${fault}`];
    })
    .join('\n');
}

/** Their text again, beneath what somebody else has published since they began. */
export function overtakenForm(place: Place, sections: Sections, by: WriteUp): ModalView {
  return writeUpForm({ ...place, seen: by.version, turn: place.turn + 1 }, sections, by.sections);
}
