import { expect, test } from 'vitest';

import type { AskEvent } from '../../src/core/ask.ts';
import type { FirstAnswerEvent, Promised } from '../../src/core/first-answer.ts';
import { drawFirstAnswer } from '../../src/features/first-answer/message.ts';
import { ana, hal, kim, sam, thursday } from '../support/builders.ts';
import { asking, lapsesAt } from './asking.ts';
import { draw, fullIssues, happened, sceneOf, usualWords } from './drawings.ts';

/** What was said to be by 13:00 has until 15:30. */
const said = thursday.add({ hours: 4 });
const moved = thursday.add({ hours: 6, minutes: 30 });
const counted = { from: thursday, minutes: 240 };
const time = /\d\d:\d\d UTC/;
const timeOf = (drawing: unknown): string | undefined => time.exec(JSON.stringify(drawing))?.[0];
const movedTo = `${moved.toString().slice(11, 16)} UTC`;

test('a promise that has moved reads so wherever it was told of, and holds there', () => {
  const promise = { state: 'running', rung: 0, by: said, counted, hasPassed: true } as const;
  const event: FirstAnswerEvent = { type: 'promise-passed', promise, to: [hal], isTop: false };
  const reads = (present: Promised, reader: typeof ana) => {
    const asked = { of: [hal], since: 3, turn: 4, isTop: false };
    const issue = { ...fullIssues(usualWords).open, promise: present, asked };
    return { issue, reader, happening: happened(event, null, 'flagpost', 4) };
  };
  const present = { ...promise, by: moved };
  expect(timeOf(draw('news', reads(present, ana)))).toBe(movedTo);
  expect(timeOf(drawFirstAnswer(sceneOf(reads(present, hal))))).toBe(movedTo);
  const another = { ...present, counted: { ...counted, from: said } };
  expect(JSON.stringify(draw('news', reads(another, ana)))).toContain('no longer holds');
  expect(JSON.stringify(drawFirstAnswer(sceneOf(reads(another, hal))))).toContain(
    'By now I have asked others',
  );
});

test('so does an ask that has gone on', () => {
  const event: AskEvent = { type: 'ask-delivered', reader: kim, until: said, after: 'no-answer', counted };
  const reads = (from = thursday) => {
    const standing = {
      state: 'asked',
      isTop: true,
      until: moved,
      lapsesAt,
      counted: { ...counted, from },
    } as const;
    const issue = asking(usualWords, { to: [kim], standing });
    return draw('news', { issue, reader: sam, happening: happened(event, null, 'flagpost', 9) });
  };
  expect(timeOf(reads())).toBe(movedTo);
  expect(JSON.stringify(reads(said))).toContain('no longer holds');
});

test('what has come to a lead holds where its end has moved, and reads so', () => {
  const begun = { from: thursday, minutes: 240, since: thursday };
  const event: FirstAnswerEvent = {
    type: 'asking-arrived',
    reader: hal,
    by: said,
    counted: begun,
    isLate: true,
  };
  const reads = (from: typeof thursday) => {
    const promise = {
      state: 'running',
      rung: 0,
      by: moved,
      counted: { ...begun, from },
      hasPassed: true,
    } as const;
    const asked = { of: [hal], since: 3, turn: 4, isTop: false };
    const issue = { ...fullIssues(usualWords).open, promise, asked };
    return draw('news', { issue, reader: ana, happening: happened(event, null, 'flagpost', 5) });
  };
  expect(timeOf(reads(thursday))).toBe(movedTo);
  expect(JSON.stringify(reads(said))).toContain('no longer holds');
});
