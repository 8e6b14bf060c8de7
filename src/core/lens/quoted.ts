import { tested } from './scan.ts';

const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['«', '»'],
  ['`', '`'],
]);
const logLine =
  /^\s*(?:>|(?:\d\d:\d\d(?::\d\d)?\s+)?(?:[\p{L}\d_]+\s?[\p{L}\d]*:\s*)?(?:error|panic|fatal|warn|warning|exception|traceback|info|debug)\b\s*(?:[:[(]|\p{Lu}|[\p{L}\d_]+:)|(?:log|log line|stderr|stdout|console)\b[^:]{0,10}:|\d{4}-\d\d-\d\d[T ]\d\d:)/u;
const shout =
  /^\s*(?:log line|log|console|stderr)?[^:]{0,10}:?\s*(?:ERROR|PANIC|FATAL|WARN|WARNING|EXCEPTION|TRACEBACK)\b/u;
const shouted = /(?<![\p{L}\d])\p{Lu}{2,40}\d{0,9}(?:[ _:-]{1,4}[\p{Lu}\d]{2,40}){1,12}(?!\p{L})/gu;

/** By so many characters at its beginning a line is known as one of a log. */
const headOfLine = 80;

/** Where in the text somebody else speaks, or a machine. Quotation that isn't closed in its line is none. */
export function quotedIn(text: string): (index: number) => boolean {
  const marks = new Uint8Array(text.length);
  let from = 0;
  for (const line of text.split('\n')) {
    markLine(line, from, marks);
    from += line.length + 1;
  }
  return (index) => marks[index] === 1;
}

function markLine(line: string, from: number, marks: Uint8Array): void {
  const head = line.slice(0, headOfLine);
  if (logLine.test(head.toLowerCase()) || shout.test(head)) {
    marks.fill(1, from, from + line.length);
    return;
  }
  if (/["“„‘«`']/u.test(line)) markQuotes(line, from, marks);
  if (/\p{Lu}\p{Lu}/u.test(line)) markShouting(line, from, marks);
}

const isSign = tested(/["“”„‘’«»`']/u);
const isLetter = tested(/\p{L}/u);

function markQuotes(line: string, from: number, marks: Uint8Array): void {
  const lastSingle = line.lastIndexOf("'");
  let open = -1;
  let closes: string | undefined;
  for (let i = 0; i < line.length; i += 1) {
    if (!isSign(line.charCodeAt(i))) continue;
    const sign = line.charAt(i);
    if (closes === undefined) {
      open = i;
      closes = closingOf(line, i, lastSingle);
    } else if (sign === closes && (sign !== '’' || !isLetter(line.charCodeAt(i + 1)))) {
      marks.fill(1, from + open, from + i + 1);
      closes = undefined;
    }
  }
}

/** An apostrophe inside a word, or one that is the last, opens nothing. */
function closingOf(line: string, at: number, lastSingle: number): string | undefined {
  const sign = line.charAt(at);
  if (sign === "'") return isLetter(line.charCodeAt(at - 1)) || at === lastSingle ? undefined : "'";
  return quotes.get(sign);
}

/** Two or more words in capitals amid others that are not: what a screen or a printer says. */
function markShouting(line: string, from: number, marks: Uint8Array): void {
  if (line === line.toUpperCase()) return;
  for (const { index, 0: run } of line.matchAll(shouted))
    marks.fill(1, from + index, from + index + run.length);
}
