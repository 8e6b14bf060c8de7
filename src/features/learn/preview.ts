import type { Button, ModalView } from '@slack/types';

import { consents, creditsOf } from '../../core/learning.ts';
import type { Consent } from '../../core/learning.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Settings } from '../../platform/postgres/settings.ts';
import { printOfSections } from '../../platform/postgres/write-ups.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { actions, buttonWith, form, note, page, section, selectInput } from '../blocks.ts';
import { partsInWords } from '../credits.ts';
import { consentWords } from '../words.ts';
import { memoryOf } from './form.ts';
import type { Place } from './form.ts';
import { drawWriteUp } from './post.ts';

export const previewFormId = 'write-up-preview';
export const backId = 'write-up-back';

export const consentField = 'write-up-consent';

/** The post exactly as it will stand there, and whether its writer may be named. */
export function previewForm(
  place: Place,
  scene: Scene,
  settings: Settings,
  remark: string | null = null,
): ModalView {
  const { writeUp, consent } = scene.learned;
  const post = drawWriteUp(scene);
  if (writeUp === null || post === null) throw new Error('a preview of nothing');
  return form({
    id: previewFormId,
    title: 'How it will look',
    submit: 'Publish',
    memory: `${memoryOf(place)} ${printOfSections(writeUp.sections)}`,
    blocks: [
      section(`${remark === null ? '' : `${remark} `}${whatComes(place, scene, settings)}`),
      ...post.blocks,
      selectInput(consentField, 'May your name be shown with it?', consentWords, {
        isOptional: true,
        initial: consent,
        hint: `You ${yourPart(scene)}. Your name is left off unless you say so here, and you can change it later.`,
      }),
      actions(backButton(place)),
    ],
  });
}

function whatComes({ seen }: Place, { learned }: Scene, { learningChannel }: Settings): string {
  if (seen > 0) return 'This is how the post will look; it is changed where it stands.';
  if (learningChannel !== null && learned.link !== null)
    return `This is the post, as it will look in <#${learningChannel}>. The line that stands there already will lead to it; nobody has seen the rest yet.`;
  return learningChannel === null
    ? 'This is the post, as it will look. It goes to a channel as soon as an admin has chosen one for learnings; on Home it can be read at once.'
    : `This is the post, as it will look in <#${learningChannel}>. Nobody has seen it yet.`;
}

function yourPart({ issue, learned, reader }: Scene): string {
  const own = creditsOf(issue, learned.writeUp).find(({ person }) => person === reader);
  return partsInWords(own?.roles ?? []);
}

export function backButton(place: Place): Button {
  const text = 'Back to the text';
  return buttonWith(backId, text, memoryOf(place), `${text}: what we learned from #${place.number}`);
}

/** What the preview showed, see `printOfSections`. */
export function previewedIn(memory: string): string {
  return memory.split(' ')[3] ?? '';
}

export function isPreview(view: FormState | null): boolean {
  return view !== null && consentField in view.values;
}

export function readConsent({ values }: FormState): Consent | null {
  return consents.find((it) => it === values[consentField]) ?? null;
}

export function publishedPage(
  number: number,
  { isFirst, isLost }: { readonly isFirst: boolean; readonly isLost: boolean },
  { learningChannel }: Settings,
): ModalView {
  const learned = `What we learned from *#${number}*`;
  if (!isFirst) {
    const words = isLost
      ? `${learned} is changed. Its post changes as soon as Slack tells me where it stands; on Home it can be read at once.`
      : `${learned} is changed.`;
    return page('Thank you', [section(words)]);
  }
  const where =
    learningChannel === null
      ? 'It can be read on Home, and goes to a channel as soon as an admin has chosen one for learnings.'
      : `It goes to <#${learningChannel}>.`;
  const words = `${learned} is published. ${where} You can change it at any time.`;
  return page('Thank you', [
    section(words),
    note('Whoever had a part in it is asked whether they may be named. Names without a yes are left off.'),
  ]);
}

export function nothingKeptPage(number: number): ModalView {
  const words = `Nothing of your text about *#${number}* is kept here any more: it was published or emptied in another window. Please open it again.`;
  return page('What we learned', [section(words)]);
}
