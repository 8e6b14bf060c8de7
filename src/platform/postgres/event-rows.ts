import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { endings, lessons, overs } from '../../core/ask.ts';
import { whethers } from '../../core/did-it-hold.ts';
import { impacts, verdicts } from '../../core/issue.ts';
import type { IssueEvent, PersonId } from '../../core/issue.ts';
import { consents } from '../../core/learning.ts';
import { saidTypes } from '../../core/said.ts';
import { wanted, whys } from './ask-rows.ts';
import { day, instant } from './iso-times.ts';
import { agreement, inquiry, solution } from './issue-rows.ts';
import { asPersonId } from './person-id.ts';
import { counted, promised } from './promise-rows.ts';

const person = z.uuid().transform(asPersonId);
const gap = z.object({
  text: z.string(),
  impact: z.enum(impacts).nullable(),
  affected: z.string().nullable(),
  isStuck: z.boolean().default(false),
  /* What was written before there was the choice has none. */
  asksAbove: z.boolean().default(false),
});
const verdict = z.enum(verdicts);

const asking = { promise: promised, to: z.array(person), isTop: z.boolean() };

const askedOf = {
  rung: z.int(),
  to: z.array(person),
  isTop: z.boolean(),
  lapsesAt: instant,
  counted: counted.exactOptional(),
};

/** Version 1 of every event's data. */
const event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('flagged') }),
  z.object({ type: z.literal('edited'), gap }),
  z.object({ type: z.literal('undone') }),
  z.object({ type: z.literal('posted') }),
  z.object({ type: z.literal('withdrawn'), told: z.array(person).default([]) }),
  z.object({ type: z.literal('joined'), person, wasBrought: z.literal(true).exactOptional() }),
  z.object({ type: z.literal('returned-from'), number: z.int() }),
  z.object({ type: z.literal('claimed'), owner: person }),
  z.object({ type: z.literal('agreed'), agreement }),
  z.object({ type: z.literal('updated'), text: z.string() }),
  z.object({ type: z.literal('inquired'), text: z.string(), by: person.exactOptional() }),
  z.object({ type: z.literal('informed'), inquiry: z.int(), text: z.string() }),
  z.object({ type: z.literal('let-go'), from: person, hasLeft: z.boolean() }),
  z.object({ type: z.literal('offered'), to: person, by: person.exactOptional() }),
  z.object({ type: z.literal('offer-declined'), person }),
  z.object({ type: z.literal('handed-over'), from: person, to: person }),
  z.object({
    type: z.literal('resolved'),
    solution,
    at: instant,
  }),
  z.object({ type: z.literal('answered'), person: person.nullable(), verdict }),
  z.object({ type: z.literal('commented'), verdict, text: z.string(), asReporter: z.boolean() }),
  z.object({ type: z.literal('thanked'), by: person.nullable(), text: z.string(), mayShow: z.boolean() }),
  z.object({
    type: z.literal('thanks-shown'),
    of: z.int(),
    as: z.enum(['writer', 'owner']),
    mayShow: z.boolean(),
  }),
  z.object({ type: z.literal('fell-silent') }),
  z.object({ type: z.literal('confirmed') }),
  z.object({ type: z.literal('reopened'), isReturn: z.literal(true).exactOptional() }),
  z.object({ type: z.literal('written-up'), version: z.int() }),
  z.object({ type: z.literal('credited'), consent: z.enum(consents) }),
  z.object({ type: z.literal('help-promised'), helper: person }),
  z.object({ type: z.literal('help-withdrawn'), helper: person, hasLeft: z.boolean() }),
  z.object({ type: z.literal('helped'), helper: person, line: z.string() }),
  z.object({ type: z.literal('help-wanted'), helper: person.nullable() }),
  z.object({ type: z.literal('stuck-too'), person }),
  z.object({ type: z.literal('unstuck'), person: person.nullable() }),
  z.object({ type: z.literal('help-ended'), helper: person.nullable(), fixed: z.int().exactOptional() }),
  z.object({
    type: z.literal('declined'),
    by: person,
    as: z.enum(['lead', 'owner']),
    because: z.string(),
  }),
  z.object({ type: z.literal('look-asked'), of: z.array(person) }),
  z.object({ type: z.literal('opened-again'), by: person, against: person }),
  z.object({ type: z.literal('upheld'), by: person, because: z.string() }),
  z.object({ type: z.literal('duplicated'), of: z.int(), by: person.nullable() }),
  z.object({ type: z.literal('merged'), from: z.int(), people: z.array(person) }),
  z.object({
    type: z.literal('separated'),
    from: z.int(),
    by: person.nullable(),
    owner: person.nullable(),
    agreement: agreement.nullable(),
    inquiry: inquiry.nullable(),
    wasWithdrawn: z.literal(true).exactOptional(),
  }),
  z.object({ type: z.literal('held-back'), askAt: instant }),
  z.object({ type: z.literal('asked-to-choose') }),
  z.object({ type: z.literal('disputed'), mark: z.string() }),
  z.object({
    type: z.literal('released'),
    by: z.enum(['edit', 'wording', 'as-written', 'dispute']),
    answered: z.array(z.string()),
    postAt: instant,
  }),
  z.object({
    type: z.literal('amended'),
    of: z.int(),
    what: z.enum(saidTypes),
    words: z.object({ text: z.string(), learning: z.string().nullable() }),
    isPast: z.literal(true).exactOptional(),
  }),
  z.object({
    type: z.literal('promised'),
    isAgain: z.literal(true).exactOptional(),
    ownerHasLeft: z.literal(true).exactOptional(),
    ...asking,
  }),
  z.object({ type: z.literal('promise-passed'), ...asking }),
  z.object({
    type: z.literal('asking-arrived'),
    reader: person,
    by: instant,
    counted: counted.exactOptional(),
    isLate: z.boolean(),
  }),
  z.object({ type: z.literal('promise-moved'), until: instant }),
  z.object({ type: z.literal('looks-again'), by: person, on: day, until: instant }),
  z.object({ type: z.literal('said-of-hold'), by: person.nullable(), whether: z.enum(whethers) }),
  z.object({ type: z.literal('held') }),
  z.object({ type: z.literal('still-on-it') }),
  z.object({ type: z.literal('snoozed'), until: day }),
  z.object({ type: z.literal('nudged'), leadAt: instant.nullable() }),
  z.object({ type: z.literal('could-use-help'), to: z.array(person), rung: z.int().exactOptional() }),
  z.object({ type: z.literal('support-offered'), by: person }),
  z.object({ type: z.literal('asked'), ...wanted, ...askedOf }),
  z.object({
    type: z.literal('ask-delivered'),
    reader: person,
    until: instant,
    after: whys.nullable(),
    counted: counted.exactOptional(),
  }),
  z.object({ type: z.literal('ask-moved'), until: instant }),
  z.object({
    type: z.literal('ask-passed'),
    why: whys,
    by: person.nullable(),
    text: z.string().nullable(),
    on: z.object(askedOf).nullable(),
  }),
  z.object({ type: z.literal('ask-promised'), by: person, on: day, until: instant }),
  z.object({
    type: z.literal('ask-closed'),
    how: z.enum(endings),
    owner: person,
    lead: person.nullable(),
    text: z.string(),
  }),
  z.object({
    type: z.literal('lesson-told'),
    of: z.int(),
    as: z.enum(['owner', 'lead']),
    lesson: z.enum(lessons),
  }),
  z.object({ type: z.literal('take-offered'), by: person }),
  z.object({ type: z.literal('take-declined'), by: person }),
  z.object({ type: z.literal('take-ended'), by: person }),
  z.object({ type: z.literal('containing'), by: person }),
  z.object({ type: z.literal('still-containing'), by: person }),
  z.object({ type: z.literal('containment-snoozed'), by: person, until: day }),
  z.object({ type: z.literal('containment-asked'), by: person }),
  z.object({ type: z.literal('contained'), by: person, line: z.string() }),
  z.object({
    type: z.literal('containment-ended'),
    by: person,
    hasLeft: z.boolean(),
    over: z.enum(overs).exactOptional(),
  }),
  z.object({ type: z.literal('support-ended'), by: person, over: z.enum(overs) }),
  z.object({ type: z.literal('unmerged'), from: z.int(), people: z.array(person) }),
]);

export type ActorRole =
  | 'reporter'
  | 'owner'
  | 'helper'
  | 'me-too'
  | 'offered'
  | 'lead'
  | 'admin'
  | 'member'
  | 'flagpost';

/** An event as it happened: who acted is kept by role, and by name only where the role is public anyway. */
export interface Happening {
  readonly seq: number;
  readonly event: IssueEvent;
  readonly actor: PersonId | null;
  readonly role: string;
  readonly at: Temporal.Instant;
}

/** @throws if the row is not an event of a version this code knows. */
export function readEvent(type: string, dataVersion: number, data: unknown): IssueEvent {
  if (dataVersion !== 1)
    throw new Error(`an event has data of version ${dataVersion}; this code knows version 1`);
  return event.parse({ ...z.record(z.string(), z.unknown()).parse(data), type });
}

/** The fields of an event besides its type, as version 1 keeps them. */
export function writeEvent(it: IssueEvent): Record<string, unknown> {
  const { type: _, ...data } = it;
  return data;
}
