import type { ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';

import type { Gap } from '../../core/issue.ts';
import type { Settings } from '../../platform/postgres/settings.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Standing } from '../../platform/slack/feature.ts';
import { actions, oneSentence, page, section, shortened } from '../blocks.ts';
import { testButton } from '../buttons.ts';
import { dayInWords } from '../day.ts';
import { countOf, listed } from '../words.ts';
import { hourInWords, weekdayInWords } from './digest-fields.ts';
import type { Wanted } from './read-form.ts';

/** As many as one reads through before asking one of them. */
const mostNamed = 3;

/** To whoever may not choose: who can. */
export function onlyAdmins({ isAdmin, admins }: Standing): Drawing {
  if (isAdmin === null) return oneSentence(slackDidNotTell);
  const named = admins.slice(0, mostNamed).map((id) => `<@${id}>`);
  if (named.length === 0) return oneSentence(onlyAdminsLine);
  return oneSentence(`Flagpost's settings are for admins. ${listed(named)} can help: please ask there.`);
}

/** The same under a field, where nobody can be mentioned. */
export function onlyAdminsUnder({ isAdmin }: Standing): string {
  return isAdmin === null ? slackDidNotTell : onlyAdminsLine;
}

const onlyAdminsLine =
  "Flagpost's settings are for the admins of this workspace. Please ask one of them; nothing was changed.";
const slackDidNotTell =
  'Slack did not tell me just now whether you administer this workspace. Please try again in a minute.';

export const cannotLead =
  'A lead is a full member of this workspace, and a person. Please choose somebody else.';

/** What holds from now on, as far as it is worth a word, and what is left to do. */
export function savedPage(settings: Settings, wanted: Wanted): ModalView {
  const { chosen, leads } = wanted;
  const { issuesChannel, learningChannel } = settings;
  const changed = [
    ...('issuesChannel' in chosen ? [`New issues go to <#${issuesChannel}>. ${oldCards}`] : []),
    ...('learningChannel' in chosen ? [learningsGo(learningChannel)] : []),
    ...('isLensOn' in chosen ? [lensIs(settings.isLensOn)] : []),
    ...('digestDay' in chosen || 'digestHour' in chosen ? [digestComes(settings)] : []),
    ...(leads === undefined ? [] : [leads.length === 0 ? 'The admins lead.' : leadersAre(leads)]),
    ...aboutFirstAnswers(settings, wanted),
  ];
  const places = [
    ...('issuesChannel' in chosen ? [issuesChannel] : []),
    ...('learningChannel' in chosen ? [learningChannel] : []),
  ].filter((it) => it !== null);
  return page('Settings', [
    section('Saved.'),
    ...changed.map((it) => section(it)),
    ...(places.length === 0 ? [] : [section(inviteTo([...new Set(places)]))]),
    ...(issuesChannel === null ? [] : [section(aboutTest), actions(testButton())]),
  ]);
}

function aboutFirstAnswers(
  { firstAnswerHours, holidays }: Settings,
  { chosen, leadsLead, sponsor }: Wanted,
): string[] {
  const hours = countOf(firstAnswerHours, 'one working hour', '# working hours');
  const days = holidays.map((it) => dayInWords(Temporal.PlainDate.from(it), null));
  const above = (who: string, people: readonly string[] = []): string =>
    people.length === 0 ? `${who}: nobody.` : `${who}: ${listed(people.map((id) => `<@${id}>`))}.`;
  return [
    ...('firstAnswerHours' in chosen
      ? [
          `From now on each flag is promised a first answer within ${hours}, and whoever is asked for support has as long.`,
        ]
      : []),
    ...(leadsLead === undefined ? [] : [above("Leads' lead", leadsLead)]),
    ...(sponsor === undefined ? [] : [above('Sponsor', sponsor)]),
    ...('holidays' in chosen
      ? [days.length === 0 ? 'There are no holidays.' : shortened(`Holidays: ${days.join(', ')}.`, 2000)]
      : []),
  ];
}

const oldCards = 'Cards that stand elsewhere stay there and are kept up to date; what waited is posted now.';
const aboutTest =
  '*Test it* sends one flag all the way through, tells you how far it came, and takes it away again.';

function learningsGo(channel: string | null): string {
  return channel === null ? 'Learnings are posted nowhere now.' : `Learnings go to <#${channel}>.`;
}

function digestComes({ digestDay, digestHour, timeZone, learningChannel }: Settings): string {
  const when = `The digest comes on ${weekdayInWords(digestDay)} at ${hourInWords(digestHour)}, ${timeZone}.`;
  return learningChannel === null ? `${when} It needs a channel for learnings.` : when;
}

function lensIs(isOn: boolean): string {
  return isOn
    ? 'Where words make people the explanation, whoever writes them is told, and nobody else.'
    : 'Nobody is told anything about their wording now. What waits for a choice already still waits.';
}

function leadersAre(leads: readonly string[]): string {
  const named = leads.map((id) => `<@${id}>`);
  return `${listed(named)} ${leads.length === 1 ? 'leads' : 'lead'} now.`;
}

function inviteTo(channels: readonly string[]): string {
  const named = channels.map((id) => `<#${id}>`);
  return `I can only post where I am. If I'm not in ${listed(named)} yet, type */invite @Flagpost* there.`;
}

export const channelFirst = 'Please choose a channel for issues first, in *Settings*.';
export const testGoesOn = 'A test is under way already. Please wait until it is over.';
export const testBegins =
  'The test has begun. In a few seconds I tell you how far it came: in Messages, beside Home.';

/** On its card everybody can read what it is. */
export const testGap: Gap = {
  text: 'This is a test of Flagpost. Nothing is asked of you, and it takes itself away in a moment.',
  impact: null,
  affected: null,
  isStuck: false,
  asksAbove: false,
};

export function chosenAlready(channel: string): Drawing {
  return oneSentence(
    `Somebody has chosen already: issues go to <#${channel}>. You can change that with *Settings*.`,
  );
}
