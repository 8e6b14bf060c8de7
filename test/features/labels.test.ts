import { readdir, readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

const folder = new URL('golden/', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.txt'));
const texts = new Map(
  await Promise.all(
    files.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const),
  ),
);
const linesOf = (name: string): string[] => (texts.get(`${name}.txt`) ?? '').split('\n');

/** The product's words, as people see them: buttons, fields, titles and choices. */
it.each([
  ['receipts', ['[Undo]', '[Edit]']],
  ['held', ['[Use this wording]', '[Post as written]', '[Edit]', '[Undo]']],
  ['ends', ['[Help now]', '[Helped]', '[Still stuck]', '[Ask for another look]', '[Open it again]']],
  [
    'card',
    [
      '[⋯ Not doing…]',
      '[⋯ Duplicate of…]',
      '[Claim]',
      '[Me too]',
      '[Fixed]',
      '[Partly]',
      '[Not fixed]',
      "[I can't tell]",
    ],
  ],
  [
    'controls',
    ['[Ask the reporter]', '[Post an update]', '[Hand over]', '[Let go]', '[Agreement]', '[Mark as solved]'],
  ],
  ['learnings', ['[Used this]', '[Already knew]', "[Doesn't apply to us]"]],
  ['learning-asks', ['[It is there]', '[Post it again]', '[Write what we learned]']],
  ['question', ['[Fixed]', '[Partly]', '[Not fixed]', "[I can't tell]"]],
  [
    'home',
    [
      '[Flag an issue]',
      '[Switch wording notes off]',
      '[Undo]',
      '[Edit]',
      '[Claim]',
      '[Me too]',
      '[Mark as solved]',
    ],
  ],
])('%s has its buttons', (name, buttons) => {
  for (const button of buttons)
    expect(linesOf(name).some((line) => line.startsWith(`${button} `))).toBe(true);
});

it.each([
  'What got in the way?',
  'Impact (optional)',
  'Who is affected? (optional)',
  "How will we know it's solved? (optional)",
  'By when? (optional)',
  'What kind of change is it?',
  'Issues channel',
  'Issues channel (optional)',
  'Learning channel (optional)',
  'Leads (optional)',
  'Posting pause',
  'Time zone',
  'Wording (optional)',
])('a form asks: %s', (label) => {
  expect(linesOf('forms').some((line) => line.startsWith('field ') && line.endsWith(`: ${label}`))).toBe(
    true,
  );
});

it.each([
  'What changed?',
  'What can others use? (optional)',
  'What happened',
  'What made it possible (optional)',
  'What went well (optional)',
  'What we changed (optional)',
  'What others can use',
])('a form asks, and keeps: %s', (label) => {
  expect(linesOf('forms').some((line) => line.includes(`: ${label}, kept as one types`))).toBe(true);
});

it.each(['Flag an issue', 'Mark as solved', 'Settings'])('a form is called: %s', (title) => {
  expect(linesOf('forms').some((line) => line.startsWith(`form: ${title} [`))).toBe(true);
});

it.each([
  'Annoying',
  'Slows work',
  'Blocks work',
  'Hurts customers or safety',
  'Removed the cause',
  'Added a guard',
  'Automated it',
  'Checklist or training',
  'One-off fix',
  'Someone is stuck right now',
])('a form offers: %s', (choice) => {
  expect(texts.get('forms.txt')).toContain(`{"type":"plain_text","text":"${choice}","emoji":true}`);
});

it.each(['You flagged', 'You own', 'Waiting for you', 'Waiting for an owner'])('Home has: %s', (title) => {
  expect(linesOf('home')).toContain(`# ${title}`);
});

it.each([
  ['card', 'Needs an owner. Anyone may take it, from any team.'],
  [
    'receipts',
    'Saved as *#42*. Nobody has seen it yet. In one minute it goes to <#C0ISSUES> without your name;',
  ],
  ['receipts', 'only whoever takes it on sees that it was you.'],
  [
    'forms',
    'Thank you. *#42* is yours already; nothing below is required. Owning it means seeing that it gets',
  ],
  ['forms', 'It does not mean that you caused it, or that you do it all.'],
  ['question', 'Is *#42* fixed for you?'],
  ['question', '<@USAM>, who took it on, changed this:'],
  ['question', 'You flagged it, so you decide. “Not fixed” is as useful as “Fixed”: it simply goes on.'],
])('%s says: %s', (name, sentence) => {
  expect(texts.get(`${name}.txt`)).toContain(sentence);
});

it.each([...texts])('%s speaks calmly, and blames nobody', (_, text) => {
  expect(text).not.toMatch(/!(?!\[|date\^)|\bfail|overdue|you didn't|error|invalid|sorry|oops/i);
});
