import { describe, expect, it } from 'vitest';

import { dayOf, slackDate, timeOf, whenOf } from '../../src/playground/page/browser/dates.ts';
import { parseMrkdwn } from '../../src/playground/page/browser/mrkdwn.ts';
import { readPermalink, readRoute, writeRoute } from '../../src/playground/page/browser/route.ts';

const text = (words: string) => ({ kind: 'text', text: words });

describe('Slack’s markup', () => {
  it.each([
    ['*bold* and _it_ ~no~', ['bold', 'text', 'italic', 'text', 'strike']],
    ['2*3*4 snake_case_name a~b~c', ['text']],
    ['`*code*`', ['code']],
    ['```\nfenced *as is*\n```', ['pre']],
    ['before\n> said\n> so\nafter', ['text', 'quote', 'text']],
    ['<@U1> in <#C1|general> <!here>', ['user', 'text', 'channel', 'text', 'broadcast']],
    ['<https://example.com|here> :tada:', ['link', 'text', 'emoji']],
    ['at 10:30:45, +1 :+1:', ['text', 'emoji']],
  ])('%j', (markup, kinds) => {
    expect(parseMrkdwn(markup).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('what is escaped is no markup, and is shown as it was', () => {
    expect(parseMrkdwn('&lt;!channel&gt; &amp;lt; a &lt; b')).toEqual([text('<!channel> &lt; a < b')]);
  });

  it('markup within markup', () => {
    expect(parseMrkdwn('*see <https://e.com?a=1&amp;b=2|_this_>*')).toEqual([
      {
        kind: 'bold',
        inner: [
          text('see '),
          { kind: 'link', url: 'https://e.com?a=1&b=2', inner: [{ kind: 'italic', inner: [text('this')] }] },
        ],
      },
    ]);
  });

  it('a date with its link and what to show otherwise', () => {
    expect(parseMrkdwn('<!date^1767225600^{date} at {time}^https://e.com|soon>')).toEqual([
      {
        kind: 'date',
        seconds: 1767225600,
        format: '{date} at {time}',
        url: 'https://e.com',
        otherwise: 'soon',
      },
    ]);
  });
});

describe('times are those of the reader', () => {
  const newYear = 1767225600;
  const now = newYear * 1000;

  it.each([
    [0, '01:00'],
    [2, 'Yesterday at 23:00'],
    [26, 'Tue 30 Dec at 23:00'],
  ])('%d hours ago, where no day stands above it', (hours, shown) => {
    expect(whenOf(now - hours * 3_600_000, 'Europe/Berlin', now)).toBe(shown);
  });

  it.each([
    ['America/Lima', '31 December 2025 at 19:00'],
    ['Europe/Berlin', '1 January 2026 at 01:00'],
    ['Asia/Tokyo', '1 January 2026 at 09:00'],
  ])('in %s', (zone, shown) => {
    expect(slackDate(newYear, '{date} at {time}', zone, now)).toBe(shown);
    expect(timeOf(now, zone)).toBe(shown.slice(-5));
  });

  it.each([
    ['{date_pretty}', -86_400, 'Yesterday'],
    ['{date_short_pretty}', 0, 'Today'],
    ['{date_long_pretty}', 86_400, 'Tomorrow'],
    ['{date_long_pretty}', 10 * 86_400, 'Sunday, 11 January 2026'],
    ['by {date_long_pretty}, {time}', 86_400, 'by tomorrow, 00:00'],
    ['{ago}', -7200, '2 hours ago'],
    ['{nonsense}', 0, '{nonsense}'],
  ])('%s of %d seconds from now', (format, seconds, shown) => {
    expect(slackDate(newYear + seconds, format, 'UTC', now)).toBe(shown);
  });

  it('a day has its name while it is near', () => {
    expect(dayOf(now, 'Asia/Tokyo', now)).toBe('Today');
    expect(dayOf(now - 5 * 86_400_000, 'Asia/Tokyo', now)).toBe('Saturday 27 December');
  });
});

describe('the address', () => {
  it.each([
    ['#/sam/home', { person: 'sam', place: 'home', thread: null }],
    ['#/sam/general/1700000000.000100', { person: 'sam', place: 'general', thread: '1700000000.000100' }],
  ])('%j says who and where', (hash, route) => {
    expect(readRoute(hash)).toEqual(route);
    expect(writeRoute(route)).toBe(hash);
  });

  it('without one, Ana is in the channel for issues', () => {
    expect(readRoute('')).toEqual({ person: 'ana', place: 'process-gaps', thread: null });
  });

  it('a link to a message is known by its form', () => {
    const link = 'http://127.0.0.1:3001/archives/C2BB/p1700000000000100';
    expect(readPermalink(link)).toEqual({ channel: 'C2BB', ts: '1700000000.000100' });
    expect(readPermalink('https://example.com/archives/old')).toBeNull();
  });
});
