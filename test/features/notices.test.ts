import { describe, expect, it } from 'vitest';

import { drawNotice } from '../../src/features/admins/notice.ts';
import { adminCodes } from '../../src/platform/slack/faults.ts';
import { settings } from './drawings.ts';

const unknown = ['unknown', 'an_error_of_next_year', 'no_permission_of_next_year'];

describe('an admin is told in plain words, never by the name Slack has for it', () => {
  it.each([...adminCodes, ...unknown])('%s', (code) => {
    for (const subject of [`${code}/C0ISSUES`, `${code}/`, `trial/7/1/${code}`])
      expect(drawNotice(subject, settings).text).not.toContain(code);
  });
});

it('a reason without a sentence of its own sends them to the log', () => {
  for (const code of unknown)
    expect(drawNotice(`${code}/C0ISSUES`, settings).text).toContain('whoever runs Flagpost');
});

it('where choosing another channel is a way out, the way there is beside it', () => {
  for (const code of adminCodes) {
    const { text, blocks } = drawNotice(`${code}/C0ISSUES`, settings);
    const hasButton = JSON.stringify(blocks).includes('"action_id":"settings"');
    expect([code, hasButton]).toEqual([code, text.includes('choose another channel')]);
  }
});
