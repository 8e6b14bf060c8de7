import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Finding } from '../../src/core/lens/finding.ts';
import { lens } from '../../src/core/lens/lens.ts';
import { ownSets, unitsOf } from './labelled.ts';
import type { Span } from './labelled.ts';
import { score } from './score.ts';

const { seen, held } = ownSets();
const find = (text: string): readonly Finding[] => lens(text, 'en');
const shown = (text: string): string[] => find(text).map(({ start, end }) => text.slice(start, end));
const spans = (text: string): Span[] => find(text).map(({ start, end }) => [start, end]);

describe('how good the lens is', () => {
  it('holds its figures on the sets the rules were written with', { timeout: 60_000 }, () => {
    const { precision, recall, falseAlarmRate } = score(unitsOf(seen, spans));
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(falseAlarmRate).toBeLessThanOrEqual(0.005);
  });

  it('holds its figures on the set held back', () => {
    const { precision, recall, falseAlarmRate } = score(unitsOf(held, spans));
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.7);
    expect(falseAlarmRate).toBeLessThanOrEqual(0.015);
  });

  it('has sets large enough to mean something, most of it ok text', () => {
    const { ok, blameful } = score(unitsOf([...seen, ...held], () => []));
    expect(blameful).toBeGreaterThan(400);
    expect(ok).toBeGreaterThan(blameful);
  });
});

describe('what the lens leaves alone', () => {
  it.each([
    ['what somebody else said', 'A guest wrote "Raj forgot to lock the gate", we looked at the camera.'],
    ['what somebody else said, in curly marks', 'The review says “the nurses are careless and lazy”.'],
    ['code', 'The test is called `raj forgot to lock the gate`.'],
    ['a line of a log', 'ERROR: operator failed to confirm within 30s'],
    ['a line with the time before it', '2026-03-01T10:00:02 worker failed to check the lease'],
    ['what a screen shouts', 'The pump shows OPERATOR ERROR 7 again.'],
    ['a text with nothing in it', ''],
    ['signs and emoji alone', ':tada: 🎉 … !!! <@U05ABCDE1> <#C01ABCDE2|ops> https://example.org/forgot'],
    ['German', 'Alan hat wieder vergessen, die Tür zu schließen, und er ist ein Idiot.'],
    ['French', "Alan a encore oublié de fermer la porte, c'est un idiot et il ne comprend pas."],
    ['Spanish', 'Alan se olvidó de cerrar la puerta otra vez, es un idiota y siempre lo mismo.'],
    ['Italian', 'Alan ha dimenticato di chiudere la porta, è un idiot e non ascolta.'],
    ['Dutch', 'Alan heeft het weer niet gedaan, dat is een idiot van het team.'],
    ['Polish', 'Alan nie zamknął drzwi, to jest idiot i zawsze tak robi się.'],
    ['Japanese', 'アランはまた忘れた、human error です。'],
    ['Russian', 'Алан опять забыл закрыть дверь, human error.'],
  ])('%s', (_, text) => {
    expect(shown(text)).toEqual([]);
  });
});

describe('what took care of itself, or was meant well', () => {
  it.each([
    ['an admission of one’s own group', 'My team dropped the ball here.'],
    ['what was reported at once', 'The porter left the bed in the corridor and called the ward.'],
    ['what was followed up', 'The customer did not reply, so we sent a letter.'],
    ['what could not be told apart', 'The labels are so alike that Petra took the wrong one.'],
    ['a reason that speaks of any thing', "Pavel didn't sign page two because page two wasn't in his copy."],
    ['where somebody still was', 'Kwame missed the briefing, he was still on the ferry.'],
    ['thanks amid bad circumstances', 'Big thanks to Petra, the closed valve was found in two minutes.'],
    ['thanks for what averted harm', 'Thanks Ola for switching off the pump before it burned out.'],
    ['what did not happen, and well so', 'Congratulations to Ward 4, no falls in ninety days.'],
    ['what was put right', 'The technician disabled the alarm for a test run and enabled it again at four.'],
    ['what was noticed by whoever did it', 'Dieter forgot the code for a second and then remembered.'],
    ['what somebody advised', "The nurse skipped the second dose on the doctor's advice."],
    ['what nobody needed any more', 'The gang ripped up 40 metres of the old track overnight.'],
    ['what was then given away', 'Lena wiped the disk before we gave it back.'],
    ['a line of a timeline', '09:30 Kwesi unplugged the switch.'],
    ['what the weather did', 'The guide missed the last ferry because of the fog.'],
    ['what things did', 'The parcels were late because they missed the last van.'],
    ['a program with a name of its own', 'The MailCheckWorker forgot the queue.'],
    ['a program that is called as people are', 'The mail client forgot the password again.'],
  ])('is left alone: %s', (_, text) => {
    expect(shown(text)).toEqual([]);
  });
});

describe('a denial', () => {
  it.each([
    "It isn't Raj's doing, the oil had the wrong label.",
    "It wasn't that Raj didn't care.",
    "Don't let anyone tell you this was Raj's mistake.",
    'No one says that Raj ignored the alarm.',
    "We aren't saying the night shift forgot the form.",
    "I wouldn't call Raj careless.",
    'There is no sign of human error.',
    'Nobody ignored the alarm.',
    'No one forgot a single step.',
    "It was nobody's job to check.",
    'None of the nurses forgot a dose this year.',
    "It's neither the ward's fault nor the lab's.",
    'Neither the crew nor the driver broke anything.',
    "You can't pin this on Lwazi.",
    'We are not going to discipline anyone over a label.',
    'Not that Ops ignored it, they never got the page.',
    'Even the best nurse would have missed it.',
    "Writing human error in box 9 won't fix the light.",
    'To say the planner should have known is hindsight.',
  ])('takes the blame away: %s', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it.each([
    "I can't believe Raj broke the scanner.",
    'This is not the first time Raj broke the build.',
    'Nobody noticed, Raj wiped the board.',
    'It is not okay that Raj wiped the board.',
    'The lift did not move because Raj forgot the key.',
    "The orders didn't ship due to human error.",
    "I'm not working with these idiots.",
    "He can't be trusted with the keys.",
    "Raj didn't bother to ask.",
    'The valve was open because nobody checked it.',
    "We didn't hear that Raj broke it.",
  ])('of something else leaves it standing: %s', (text) => {
    expect(shown(text)).not.toEqual([]);
  });
});

describe('what the lens sees', () => {
  it.each([
    ['a mention', '<@U05ABCDE1> forgot to lock the gate', ['<@U05ABCDE1> forgot']],
    ['a name it has never met', 'The gate was open because Zubeyde forgot to lock it.', ['Zubeyde forgot']],
    ['small letters', 'raj forgot to lock the gate', ['raj forgot']],
    ['a missing apostrophe', 'raj didnt lock the gate', ['raj didnt lock']],
    ['a curly apostrophe', 'Raj didn’t lock the gate', ['Raj didn’t lock']],
    ['a typo', 'raj forgott the gate', ['raj forgott']],
    ['an emoji before it', '🎉🎉 raj forgot to lock the gate 🔥', ['raj forgot']],
    ['a name in two parts', "Jean-Luc O'Brien forgot the gate.", ["Jean-Luc O'Brien forgot"]],
    [
      'a group by its nickname',
      'The whole of second line ignored the alert.',
      ['The whole of second line ignored'],
    ],
    ['somebody by what they keep', 'The evening keeper ignored the bell.', ['The evening keeper ignored']],
    ['a group by its place alone', 'Warehouse forgot the labels.', ['Warehouse forgot']],
    ['a job in two parts', 'The sous-chef forgot the lids.', ['The sous-chef forgot']],
    [
      'somebody by who sent them',
      'The auditor they sent is incompetent.',
      ['The auditor they sent is incompetent'],
    ],
    ['a stranger whom “her” takes up', 'Thao has broken the tap with her tray.', ['Thao has broken']],
    ['one of ours by name', 'Our Bogdan forgot the keys.', ['Our Bogdan forgot']],
    [
      'an aside between who and what',
      'The approver, too, waved it through unread.',
      ['The approver, too, waved it through'],
    ],
    ['somebody by where they are', 'Somebody down there forgot the keys.', ['Somebody down there forgot']],
    ['a group by its lot', 'The agency lot skipped the count.', ['The agency lot skipped']],
    [
      'somebody with more about them between',
      'Priya, who was on nights, forgot to lock the gate.',
      ['Priya, who was on nights, forgot'],
    ],
    [
      'a verdict inside a description',
      'The file was lost by an incompetent registrar.',
      ['an incompetent registrar'],
    ],
    [
      'English between other sentences',
      'Das ist nicht gut und wir warten. Raj forgot to lock the gate.',
      ['Raj forgot'],
    ],
    [
      'two in one text',
      'Raj forgot the keys. The van is fine.\nSue never locks the gate.',
      ['Raj forgot', 'Sue never locks'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('says which rule, why and what else', () => {
    expect(find('I am such an idiot.')).toMatchObject([
      {
        rule: 'self',
        category: 'self_blame',
        why: 'You are being hard on yourself.',
        offer: { kind: 'kind word' },
      },
    ]);
    expect(find('Cause: human error.')).toMatchObject([
      { rule: 'human-error-label', category: 'human_error', offer: { kind: 'question' } },
    ]);
  });

  it('tells a reason outside the person from none', () => {
    expect(shown('Imran forgot about the second delivery.')).not.toEqual([]);
    expect(shown('Imran forgot about the second delivery because it is not on the sheet.')).toEqual([]);
  });
});

describe('whatever is written', () => {
  const blaming = fc.constantFrom(...seen.map(({ text }) => text));
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .array(fc.oneof(blaming, fc.string({ maxLength: 20 })), { maxLength: 6 })
      .map((parts) => parts.join(' ')),
    blaming.chain((text) => fc.nat(text.length).map((at) => text.slice(0, at) + text.slice(at + 1))),
  );

  it('findings lie inside the text, in order, apart and not empty, and are the same again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const findings = find(text);
        let free = 0;
        for (const { start, end } of findings) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(end).toBeGreaterThan(start);
          free = end;
        }
        expect(free).toBeLessThanOrEqual(text.length);
        expect(find(text)).toEqual(findings);
      }),
      { numRuns: 400 },
    );
  });
});
