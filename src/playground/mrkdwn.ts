/** Who reads: decides names and the time zone of dates. */
export interface Reader {
  tz: string;
  person(id: string): string;
  channel(id: string): string;
}

/** The words a reader sees of a text in Slack's own markup, without its formatting. */
export function mrkdwnText(text: string, reader: Reader): string {
  return text
    .replace(/<([^<>]+)>/g, (_, inner: string) => reference(inner, reader))
    .replace(/(^|[\s(])([*_~])(\S|\S[^\n]*?\S)\2(?=$|[\s.,;:!?)])/gm, '$1$3')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function reference(inner: string, reader: Reader): string {
  const [target = '', label] = inner.split('|');
  if (target.startsWith('@')) return `@${reader.person(target.slice(1))}`;
  if (target.startsWith('#')) return `#${reader.channel(target.slice(1))}`;
  if (target.startsWith('!date^')) {
    const [, seconds = '', format = ''] = target.split('^');
    return dateText(Number(seconds), format, reader.tz);
  }
  if (target.startsWith('!')) return `@${(label ?? target.slice(1)).replace(/^@/, '')}`;
  return label ?? target;
}

// https://docs.slack.dev/messaging/formatting-message-text#date-formatting
const TOKENS: Record<string, Intl.DateTimeFormatOptions> = {
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
};

/** Slack's date format with its `{tokens}` filled in, in the reader's zone and on a 24-hour clock. */
export function dateText(seconds: number, format: string, timeZone: string): string {
  const date = new Date(seconds * 1000);
  const isoDay = (day: Date) => day.toLocaleDateString('sv', { timeZone });
  return format.replace(/\{(\w+)\}/g, (whole, token: string) => {
    if (token === 'date_num') return isoDay(date);
    if (token === 'ago')
      return new Intl.RelativeTimeFormat('en').format(
        Math.round((seconds - Date.now() / 1000) / 60),
        'minutes',
      );
    const days = (Date.parse(isoDay(date)) - Date.parse(isoDay(new Date()))) / 86_400_000;
    const near = ['yesterday', 'today', 'tomorrow'][days + 1];
    if (token.endsWith('_pretty') && near) return near;
    const options = TOKENS[token.replace('_pretty', '')];
    return options ? date.toLocaleString('en-US', { ...options, timeZone }) : whole;
  });
}
