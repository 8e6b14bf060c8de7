/** What a run of characters is, before it is read as a word. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark' | 'mention' | 'emoji' | 'other' | 'line end';
}

const wordAtMost = 40;

const isLetter = tested(/[\p{L}\p{M}]/u);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = tested(/\s/u);
const isWordly = (code: number): boolean => isLetter(code) || isDigit(code);

/** Whether a character is one of these; each character is looked at once and remembered. */
export function tested(pattern: RegExp): (code: number) => boolean {
  const known = new Uint8Array(0x1_00_00);
  return (code) => {
    if (Number.isNaN(code)) return false;
    known[code] ||= pattern.test(String.fromCharCode(code)) ? 2 : 1;
    return known[code] === 2;
  };
}

/** Every run but the spaces. Each character is looked at a bounded number of times. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code !== 10 && isSpace(code)) {
      at += 1;
      continue;
    }
    const run = runAt(text, at, code);
    runs.push(run);
    at = run.end;
  }
  return runs;
}

function runAt(text: string, start: number, code: number): Run {
  const ends = (end: number, kind: Run['kind']): Run => ({ start, end, kind });
  if (code === 10) return ends(start + 1, 'line end');
  if (isLetter(code)) return letters(text, start);
  if (isDigit(code)) return digits(text, start);
  return special(text, start) ?? ends(start + (code >= 0xd8_00 && code < 0xdc_00 ? 2 : 1), 'mark');
}

/** A word may hold hyphens and apostrophes: "double-booked", "didn't". */
function letters(text: string, start: number): Run {
  if (text.startsWith('http', start)) {
    const address = /https?:\/\/[^\s>]+/uy;
    address.lastIndex = start;
    if (address.test(text)) return { start, end: address.lastIndex, kind: 'other' };
  }
  if (text[start + 1] === '.' && isLetter(text.charCodeAt(start + 2)) && text[start + 3] === '.')
    return initials(text, start);
  let end = start;
  let hasSign = false;
  for (;;) {
    const code = text.charCodeAt(end);
    if (isDigit(code) || (code === 95 && isWordly(text.charCodeAt(end + 1)))) hasSign = true;
    else if (!isLetter(code) && !(isJoint(code) && isLetter(text.charCodeAt(end + 1)))) break;
    end += 1;
  }
  return { start, end, kind: hasSign || end - start > wordAtMost ? 'other' : 'word' };
}

function isJoint(code: number): boolean {
  return code === 45 || code === 39 || code === 0x20_19;
}

function initials(text: string, start: number): Run {
  let end = start;
  while (isLetter(text.charCodeAt(end)) && text[end + 1] === '.') end += 2;
  return { start, end, kind: 'word' };
}

function digits(text: string, start: number): Run {
  let end = start;
  while (
    isWordly(text.charCodeAt(end)) ||
    ('.,:/_'.includes(text[end] ?? ' ') && isDigit(text.charCodeAt(end + 1)))
  )
    end += 1;
  return { start, end, kind: 'number' };
}

/** By their first sign. */
const specials: Readonly<Record<string, readonly (readonly [kind: Run['kind'], pattern: RegExp])[]>> = {
  '<': [
    ['mention', /<@[^>\s]{1,80}>/uy],
    ['other', /<[#!][^>\s]{1,80}>/uy],
  ],
  '@': [['mention', /@[\p{L}\d_](?:[\p{L}\d._-]{0,40}[\p{L}\d_-])?/uy]],
  ':': [['emoji', /:[a-z0-9_+-]{2,40}:/uy]],
};

function special(text: string, start: number): Run | null {
  for (const [kind, pattern] of specials[text[start] ?? ''] ?? []) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { start, end: pattern.lastIndex, kind };
  }
  return null;
}
