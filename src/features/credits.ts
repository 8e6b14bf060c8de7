import type { KnownBlock } from '@slack/types';

import type { PersonId } from '../core/issue.ts';
import { shownCredits } from '../core/learning.ts';
import type { Consent, Credit, CreditRole, Learned } from '../core/learning.ts';
import type { Scene } from '../platform/postgres/scene.ts';
import { actions, note } from './blocks.ts';
import { consentButton } from './learning-buttons.ts';
import { mention } from './refusals.ts';
import { listed } from './words.ts';

const did: Readonly<Record<CreditRole, string>> = {
  reporter: 'flagged it',
  owner: 'took it on',
  'former-owner': 'took it on before',
  helper: 'helped',
  writer: 'wrote it up',
  met: 'met it as well',
  supporter: 'gave support',
};

const unnamed: Readonly<Record<CreditRole, string>> = {
  reporter: 'the person who flagged it',
  owner: 'the person who took it on',
  'former-owner': 'whoever took it on before',
  helper: 'whoever helped',
  writer: 'whoever wrote it up',
  met: 'whoever met it as well',
  supporter: 'whoever gave support',
};

/** `flagged it and wrote it up` */
export function partsInWords(roles: readonly CreditRole[]): string {
  return listed(roles.map((role) => did[role]));
}

type Credited = Pick<Scene, 'issue' | 'slackIds'> & { readonly learned: Learned };

/** `Thanks to: @Ana, who flagged it · and the person who took it on`: names with a yes only, and a lead's last. */
export function creditLine({ issue, learned, slackIds }: Credited): string {
  const { named, unnamed: roles, namedLeads } = shownCredits(issue, learned, isIn(slackIds));
  const name = ({ person, roles: own }: Credit): string =>
    `${mention(slackIds, person)}, who ${partsInWords(own)}`;
  const parts = [...named.map(name), ...roles.map((role) => unnamed[role]), ...namedLeads.map(name)];
  const last = parts.length - 1;
  return `Thanks to: ${parts.map((it, at) => (at > 0 && at === last ? `and ${it}` : it)).join(' · ')}`;
}

/** The same for a post of one line: nobody, unless somebody is named. */
export function namesLine(credited: Credited): string | null {
  const { named, namedLeads } = shownCredits(credited.issue, credited.learned, isIn(credited.slackIds));
  return named.length + namedLeads.length === 0 ? null : creditLine(credited);
}

function isIn(slackIds: ReadonlyMap<PersonId, string>) {
  return (person: PersonId): boolean => slackIds.has(person);
}

/** The question whether somebody may be named, and what they have said to it: it can be changed at any time. */
export function consentBlocks(number: number, consent: Consent | null, question: string): KnownBlock[] {
  switch (consent) {
    case null:
      return [note(question), actions(consentButton(number, 'yes'), consentButton(number, 'no'))];
    case 'yes':
      return [note('Your name is shown with what was learned.'), actions(consentButton(number, 'no'))];
    case 'no':
      return [note('Your name is left off what was learned.'), actions(consentButton(number, 'yes'))];
  }
}
