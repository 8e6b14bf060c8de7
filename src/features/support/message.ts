import type { Button, KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import { isAtTop, owesPromised } from '../../core/ask.ts';
import type { Ask, SoFar } from '../../core/ask.ts';
import type { ClaimedIssue } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { answerAskButtons, containButtons, promisedButtons } from '../ask-buttons.ts';
import { asWhom, needsInWords } from '../ask-words.ts';
import { actions, fallback, oneSentence, quoted, section, shortened } from '../blocks.ts';
import { dayInWords } from '../day.ts';
import { circumstances, toCard } from '../issue-card.ts';
import { mention } from '../refusals.ts';
import { answersBy, capitalised } from '../words.ts';

type Asking = ClaimedIssue & { readonly ask: Ask };

/** A lead is asked for support; once somebody has it, or it needs none, the message says so and asks nothing. */
export function drawAsk(scene: Scene): Drawing {
  const { issue, reader, happening, slackIds } = scene;
  if (!isAbout(issue, happening?.seq ?? 0)) return over(scene);
  const { number, ask } = issue;
  if (issue.owner === reader) return over(scene);
  if (ask.standing.state === 'promised') {
    if (ask.standing.by === reader) return promised(scene, issue, ask.standing.on);
    const who = capitalised(mention(slackIds, ask.standing.by));
    return echo(
      `${who} sees to what *#${number}* needs, by ${dayInWords(ask.standing.on, scene.now)}. Nothing is asked of you any more.`,
      containing(scene),
    );
  }
  return asked(scene, issue);
}

/** The same ask, on whatever rung it is by now. */
function isAbout(issue: Scene['issue'], seq: number): issue is Asking {
  return issue.state === 'claimed' && issue.ask !== null && issue.ask.since <= seq;
}

function asked(scene: Scene, issue: Asking): Drawing {
  const { ask } = issue;
  const ours = `${why(scene, issue)}${toCard(scene.cardLink)}`;
  const by = ask.by === null ? '' : ` It would help by ${dayInWords(ask.by, scene.now)}.`;
  const needs = `*What would help:* ${needsInWords(ask)}.${by}`;
  return {
    text: fallback(`${ours} ${needs}`, ask.tried),
    blocks: [
      section(ours),
      quoted(shortened(issue.text, mostOfIssue)),
      ...circumstances(issue),
      section(`${needs}\n*What was tried:*`),
      quoted(ask.tried),
      ...soFar(scene, issue),
      actions(...answerAskButtons(issue, isAtTop(ask))),
      ...containing(scene),
    ],
  };
}

/** In UTF-16 units: the card has it in full. */
const mostOfIssue = 1000;

function why({ happening, slackIds, now }: Scene, { number, owner, ask }: Asking): string {
  const who = mention(slackIds, owner);
  const begins = `${capitalised(who)}, who has taken on *#${number}*, asks for support, and I ask you, ${asWhom(rungIn(happening))}.`;
  const { standing } = ask;
  if (standing.state === 'unanswered')
    return `${begins} By now I have asked everybody there is; you can still answer.`;
  if (ask.turn !== happening?.seq) return `${begins} By now it stands with others; you can still answer.`;
  if (standing.state !== 'asked' || standing.until === null) return begins;
  const one = ask.to.length > 1 ? ' One of you is enough.' : '';
  const by = answersBy(standing.until, now);
  return by === null ? `${begins}${one}` : `${begins} They know that somebody answers ${by}.${one}`;
}

/** On which rung they are asked. */
function rungIn(happening: Scene['happening']): number {
  const event = happening?.event;
  if (event?.type === 'asked') return event.rung;
  return event?.type === 'ask-passed' ? (event.on?.rung ?? 0) : 0;
}

const soFarWords: Readonly<Record<SoFar['why'], string | null>> = {
  'passed-on': 'Whoever was asked before has passed it on.',
  'no-answer': null,
  'not-there': null,
  promise: 'Somebody had promised it, and it is not there yet.',
  left: 'Whoever had it has left.',
};

/** The same whether those below were silent, away, or left out since it is a flag of theirs. */
const comesUp = 'There is no answer to it so far, and you are the next above whom I can ask.';

/** What was offered before it came to them. Who was silent, or was not asked at all, is nobody's business. */
function soFar({ slackIds, happening }: Scene, { ask, containment }: Asking): KnownBlock[] {
  const rung = rungIn(happening);
  const before = ask.soFar.filter(({ seq }) => seq <= (happening?.seq ?? 0));
  const offered = before.flatMap(({ text }) => text ?? []);
  const reasons = before.flatMap((it) => (it.text === null ? (soFarWords[it.why] ?? []) : []));
  const said = [...new Set(reasons)];
  if (offered.length + said.length === 0 && rung > 0) said.push(comesUp);
  if (containment?.state === 'under-way')
    said.push(
      `${capitalised(mention(slackIds, containment.by))} takes care of the immediate damage meanwhile.`,
    );
  return [...offers(offered), ...(said.length === 0 ? [] : [section(said.join('\n'))])];
}

/** However many: a message has room for so many blocks only. */
function offers(texts: readonly string[]): KnownBlock[] {
  if (texts.length === 0) return [];
  const who = texts.length === 1 ? 'says whoever was asked before' : 'say those who were asked before';
  const quotes = texts.flatMap((text) => quoted(shortened(text, mostOfIssue)).elements);
  return [section(`So far, ${who}:`), { type: 'rich_text', elements: quotes }];
}

/** How it is with what a lead has promised, around its date. */
export function drawPromised(scene: Scene): Drawing {
  const { issue, reader, happening } = scene;
  if (reader === null || !owesPromised(issue, reader, happening?.seq ?? 0)) return over(scene);
  const { number, ask, owner } = issue;
  const who = mention(scene.slackIds, owner);
  const ours = `You see to what *#${number}* needs, ${needsInWords(ask)}, and named ${dayInWords(issue.ask.standing.on, scene.now)} for it. How is it? ${capitalised(who)} goes on with it then.${toCard(scene.cardLink)}`;
  return withButtons(ours, issue, promisedButtons(number, ask), containing(scene));
}

/** What stands where it was asked. */
function promised(scene: Scene, issue: Asking, on: Temporal.PlainDate): Drawing {
  const { number, ask } = issue;
  const ours = `Thank you. You see to what *#${number}* needs, ${needsInWords(ask)}, by ${dayInWords(on, scene.now)}.${toCard(scene.cardLink)}`;
  return { ...withButtons(ours, issue, promisedButtons(number, ask), containing(scene)), isEcho: true };
}

function withButtons(
  ours: string,
  issue: Asking,
  buttons: readonly Button[],
  more: readonly KnownBlock[],
): Drawing {
  return {
    text: fallback(ours, issue.text),
    blocks: [
      section(ours),
      quoted(shortened(issue.text, mostOfIssue)),
      section('*What was tried:*'),
      quoted(issue.ask.tried),
      actions(...buttons),
      ...more,
    ],
  };
}

/** What is asked of whoever contains the damage, wherever else it stands. */
function containing({ issue, reader }: Scene): KnownBlock[] {
  if (issue.state !== 'claimed' || issue.containment?.state !== 'under-way') return [];
  if (issue.containment.by !== reader) return [];
  const { number } = issue;
  return [
    section(
      `You take care of the immediate damage of *#${number}*. The lasting fix stays with its owner. Say so when it is contained.`,
    ),
    actions(...containButtons(number)),
  ];
}

function over(scene: Scene): Drawing {
  const { issue, reader } = scene;
  const isTheirs = issue.state === 'claimed' && issue.owner === reader;
  const text = isTheirs
    ? `*#${issue.number}* is with you now. Thank you.`
    : `*#${issue.number}* needs no answer from you any more. Thank you.`;
  return echo(text, containing(scene));
}

function echo(text: string, more: readonly KnownBlock[]): Drawing {
  const { blocks } = oneSentence(text);
  return { text, blocks: [...blocks, ...more], isEcho: true };
}
