import { describe, expect, it } from 'vitest';

import { readMessage, readTyped } from '../../src/features/flag/typed-text.ts';

describe('what somebody typed after the command reads as they meant it', () => {
  it.each([
    ['a mention', 'Ask <@U0123ABC|ana> first', 'Ask @ana first'],
    ['a mention without a name', 'Ask <@U0123ABC> first', 'Ask @someone first'],
    ['a mention with an empty name', 'Ask <@U0123ABC|> first', 'Ask @someone first'],
    ['a channel', 'In <#C0123ABC|process-gaps> nobody answers', 'In #process-gaps nobody answers'],
    ['a private channel', 'In <#C0123ABC|> nobody answers', 'In #a-channel nobody answers'],
    ['here', 'Tell <!here> about it', 'Tell @here about it'],
    ['here, labelled', 'Tell <!here|@here> about it', 'Tell @here about it'],
    ['everyone', 'Tell <!everyone> and <!channel>', 'Tell @everyone and @channel'],
    ['a group', 'Ask <!subteam^S0123ABC|@on-call>', 'Ask @on-call'],
    ['a group without a name', 'Ask <!subteam^S0123ABC>', 'Ask @a-group'],
    ['a date', 'Since <!date^1764756000^{date}|3 Dec>', 'Since 3 Dec'],
    ['a link', 'See <https://intra.example/a?b=1&amp;c=2>', 'See https://intra.example/a?b=1&c=2'],
    ['a labelled link', 'See <https://intra.example/a|the page>', 'See the page (https://intra.example/a)'],
    ['a link that Slack made', 'See <http://intra.example|intra.example>', 'See intra.example'],
    ['an address that Slack made', 'Ask <mailto:it@intra.example|it@intra.example>', 'Ask it@intra.example'],
    ['a number that Slack made', 'Call <tel:+491234|+491234>', 'Call +491234'],
    ['entities', 'a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['an entity that was typed as such', 'Shows &amp;lt; instead of &lt;', 'Shows &lt; instead of <'],
    ['an open bracket', 'if a &lt; b', 'if a < b'],
    ['a bracket that Slack left', 'a < b, and no end', 'a < b, and no end'],
    ['nested brackets', '<<@U0123ABC|ana>>', '<@ana>'],
    ['two on a line', '<@U1|ana> and <@U2|sam>', '@ana and @sam'],
    ['line breaks and space round it', '  one\n\n two \n', 'one\n\n two'],
    ['nothing but space', ' \n\t ', ''],
    ['emoji and other scripts', '🧩 退款 استرداد', '🧩 退款 استرداد'],
  ])('%s', (_, typed, read) => {
    expect(readTyped(typed)).toBe(read);
  });
});

it('a message is quoted without saying whom it names', () => {
  expect(readMessage('<@U0123ABC|ana> told <@U0456DEF> in <#C1|general>, see <https://x.example>')).toBe(
    '@someone told @someone in #general, see https://x.example',
  );
});

it('no Slack id of a person stays in what was typed', () => {
  const typed = '<@U0123ABC|ana> <@W0123ABC> <!subteam^S0123ABC|@ops> <@U0123ABC|> <#C0123ABC|x>';
  expect(readTyped(typed)).not.toMatch(/[UWSC]0123ABC/);
});
