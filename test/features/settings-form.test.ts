import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';

import { digestFields } from '../../src/features/settings/digest-fields.ts';
import { fields, settingsForm } from '../../src/features/settings/form.ts';
import { readSettingsForm } from '../../src/features/settings/read-form.ts';
import { isTimeZone, timeZoneChoices } from '../../src/features/settings/time-zones.ts';
import { thursday } from '../support/builders.ts';

const present = {
  issuesChannel: 'C0ISSUES',
  learningChannel: 'C0LEARNINGS',
  postingPauseSeconds: 60,
  timeZone: 'Europe/Berlin',
  leads: ['UANA', 'USAM'],
  leadsLead: ['UHAL'],
  sponsor: [],
  firstAnswerHours: 4,
  holidays: ['2026-12-24'],
  isLensOn: true,
  digestDay: 1,
  digestHour: 9,
};

const asShown: Readonly<Record<string, string | null>> = {
  [fields.issues]: 'C0ISSUES',
  [fields.learning]: 'C0LEARNINGS',
  [fields.leads]: 'USAM,UANA',
  [fields.leadsLead]: 'UHAL',
  [fields.sponsor]: '',
  [fields.firstAnswer]: '4',
  [fields.holidays]: '2026-12-24',
  [fields.pause]: '60',
  [fields.zone]: 'Europe/Berlin',
  [fields.lens]: 'yes',
  [digestFields.day]: '1',
  [digestFields.hour]: '9',
};

function read(changes: Readonly<Record<string, string | null>>, memory = JSON.stringify(present)) {
  const form = { id: 'V1', privateMetadata: memory, values: { ...asShown, ...changes } };
  return readSettingsForm(form, thursday);
}

it('sent as it was opened, it changes nothing', () => {
  expect(read({})).toEqual({ chosen: {} });
});

it.each([
  [{ [fields.issues]: 'G0PRIVATE' }, { chosen: { issuesChannel: 'G0PRIVATE' } }],
  [{ [fields.learning]: null }, { chosen: { learningChannel: null } }],
  [{ [fields.leads]: '' }, { chosen: {}, leads: [] }],
  [{ [fields.leadsLead]: '' }, { chosen: {}, leadsLead: [] }],
  [{ [fields.sponsor]: 'UNED' }, { chosen: {}, sponsor: ['UNED'] }],
  [{ [fields.firstAnswer]: ' 8 ' }, { chosen: { firstAnswerHours: 8 } }],
  [{ [fields.holidays]: '' }, { chosen: { holidays: [] } }],
  [{ [fields.pause]: '0' }, { chosen: { postingPauseSeconds: 0 } }],
  [{ [fields.lens]: '' }, { chosen: { isLensOn: false } }],
  [{ [digestFields.day]: '5' }, { chosen: { digestDay: 5 } }],
  [{ [digestFields.hour]: '0' }, { chosen: { digestHour: 0 } }],
  [{ [fields.zone]: 'UTC' }, { chosen: { timeZone: 'UTC' } }],
])('what was changed in it is what is saved: %j', (changes, wanted) => {
  expect(read(changes)).toEqual(wanted);
});

it('no channel for issues is no choice: cards go on where they go', () => {
  expect(read({ [fields.issues]: null })).toEqual({ chosen: {} });
});

it('a time zone that was only proposed is saved with the rest', () => {
  const memory = JSON.stringify({ ...present, timeZone: null });
  expect(read({}, memory)).toEqual({ chosen: { timeZone: 'Europe/Berlin' } });
});

it.each(['', 'nonsense', '{"leads":7}'])(
  'without what it was opened with, all of it is saved: %j',
  (memory) => {
    const { leads: _, leadsLead, sponsor: __, ...chosen } = present;
    expect(read({}, memory)).toEqual({ chosen, leads: ['USAM', 'UANA'], leadsLead });
  },
);

it.each([
  [fields.issues, 'D0DIRECT'],
  [fields.issues, '#process-gaps'],
  [fields.learning, 'UANA'],
  [fields.leads, 'ana'],
  [fields.leads, Array.from({ length: 21 }, (_, index) => `U${index}A`).join()],
  [fields.sponsor, 'ana'],
  [fields.firstAnswer, '0'],
  [fields.firstAnswer, '41'],
  [fields.firstAnswer, '1.5'],
  [fields.firstAnswer, 'soon'],
  [fields.holidays, '31 Feb 2026'],
  [fields.holidays, 'Christmas'],
  [fields.holidays, '24 Maybe 2026'],
  [fields.pause, '-1'],
  [fields.pause, '3601'],
  [fields.pause, '1.5'],
  [fields.pause, 'soon'],
  [fields.zone, 'Mars/Olympus'],
  [fields.zone, ''],
  [digestFields.day, '0'],
  [digestFields.hour, '24'],
  [digestFields.hour, '9.5'],
])('what Slack’s own menus never send is refused under its field: %s %j', (field, value) => {
  const answer = read({ [field]: value });
  expect('errors' in answer && Object.keys(answer.errors)).toEqual([field]);
});

it('a form that was opened before there was a digest changes nothing about it', () => {
  const { digestDay: _, digestHour: __, ...older } = present;
  const form = { id: 'V1', privateMetadata: JSON.stringify(older), values: { [fields.pause]: '60' } };
  const read = readSettingsForm(form, thursday);
  expect('errors' in read ? read.errors : Object.keys(read.chosen)).not.toContain('digestDay');
});

it('every time zone on offer is one, from west to east, and there is room for two more', () => {
  const choices = timeZoneChoices([], thursday);
  expect(Object.keys(choices).filter((name) => !isTimeZone(name, thursday))).toEqual([]);
  expect(Object.keys(choices).length).toBeLessThanOrEqual(98);
  expect(new Set(Object.values(choices)).size).toBe(Object.keys(choices).length);
  expect(choices).toMatchObject({
    'Asia/Kathmandu': 'Kathmandu (UTC+5:45)',
    'America/St_Johns': 'St Johns (UTC−3:30)',
  });
  expect(Object.keys(choices).at(0)).toBe('Pacific/Honolulu');
  expect(Object.keys(choices).at(-1)).toBe('Pacific/Tongatapu');
});

it.each(['nonsense', '', null])('a time zone that Slack makes up is not proposed: %j', (zone) => {
  const form = settingsForm({ ...present, timeZone: null }, zone, thursday);
  expect(JSON.stringify(form.blocks)).toContain('"initial_option":{"text":{"type":"plain_text","text":"UTC"');
});

it('holidays are read as people write them, and kept sorted, each once', () => {
  const pasted = '25.12.2026, 2026-12-24\n\n1 Jan 2027; 25 December 2026\n6. 1. 2027, 3 sept. 2026';
  const days = ['2026-09-03', '2026-12-24', '2026-12-25', '2027-01-01', '2027-01-06'];
  expect(read({ [fields.holidays]: pasted })).toEqual({ chosen: { holidays: days } });
});

it('what is no day among the holidays is named', () => {
  expect(read({ [fields.holidays]: '2026-12-24, Easter\n30.2.2026' })).toEqual({
    errors: {
      [fields.holidays]:
        "I can't read “Easter”, “30.2.2026”. Please write days as 2026-12-24, 24.12.2026 or 24 Dec 2026.",
    },
  });
});

it('a form that was opened before there were promises changes nothing about them', () => {
  const { [fields.holidays]: _, [fields.firstAnswer]: __, [fields.leadsLead]: ___, ...older } = asShown;
  const form = { id: 'V1', privateMetadata: JSON.stringify(present), values: older };
  expect(readSettingsForm(form, thursday)).toEqual({ chosen: {} });
});

it('with everything in it, what the form remembers is no longer than Slack takes', () => {
  const people = Array.from({ length: 20 }, (_, index) => `U${String(index).padStart(10, '0')}`);
  const first = Temporal.PlainDate.from('2026-12-01');
  const holidays = Array.from({ length: 100 }, (_, index) => first.add({ days: index }).toString());
  const full = { ...present, leads: people, leadsLead: people, sponsor: people, holidays };
  const { private_metadata: memory = '' } = settingsForm(full, null, thursday);
  expect(memory.length).toBeLessThanOrEqual(3000);
  const more = [...holidays, first.add({ days: 100 }).toString()].join();
  expect(read({ [fields.holidays]: more })).toHaveProperty(['errors', fields.holidays]);
});
