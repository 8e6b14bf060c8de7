/** A piece of a text in Slack's markup. What people type never gets here unescaped. */
export type Piece =
  | { kind: 'text' | 'code' | 'pre'; text: string }
  | { kind: 'bold' | 'italic' | 'strike' | 'quote'; inner: Piece[] }
  | { kind: 'link'; url: string; inner: Piece[] }
  | { kind: 'user' | 'channel'; id: string }
  | { kind: 'broadcast' | 'emoji'; name: string }
  | { kind: 'date'; seconds: number; format: string; url: string | null; otherwise: string };

const FENCE = /```\n?([^]*?)\n?```/g;

/** https://docs.slack.dev/messaging/formatting-message-text, as far as a bot writes it. */
export function parseMrkdwn(text: string): Piece[] {
  return between(text, FENCE, ([, code = '']) => ({ kind: 'pre', text: unescaped(code) }), quotes);
}

/** Lines that begin with `>` belong together. */
function quotes(text: string): Piece[] {
  const lines = /(?:^(?:&gt;|>) ?[^\n]*(?:\n|$))+/gm;
  const quote = ([found]: RegExpExecArray): Piece => ({
    kind: 'quote',
    inner: inline(found.replace(/^(?:&gt;|>) ?/gm, '').replace(/\n$/, '')),
  });
  return between(text, lines, quote, inline);
}

const INLINE = new RegExp(
  [
    /<([^<>\n]+)>/,
    /`([^`\n]+)`/,
    /(?<![\w*])\*(\S|\S[^\n]*?\S)\*(?![\w*])/,
    /(?<![\w_])_(\S|\S[^\n]*?\S)_(?![\w_])/,
    /(?<![\w~])~(\S|\S[^\n]*?\S)~(?![\w~])/,
    // A name has a letter in it or a sign, so that 10:30:45 is a time.
    /(?<!\w):([a-z0-9_]*[a-z_+-][a-z0-9_+-]*):(?!\w)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

function inline(text: string): Piece[] {
  const plain = (words: string): Piece[] => [{ kind: 'text', text: unescaped(words) }];
  return between(text, INLINE, pieceOf, plain);
}

function pieceOf([, reference, code, bold, italic, strike, emoji]: RegExpExecArray): Piece {
  if (reference !== undefined) return referenceOf(reference);
  if (code !== undefined) return { kind: 'code', text: unescaped(code) };
  if (bold !== undefined) return { kind: 'bold', inner: inline(bold) };
  if (italic !== undefined) return { kind: 'italic', inner: inline(italic) };
  return strike === undefined
    ? { kind: 'emoji', name: emoji ?? '' }
    : { kind: 'strike', inner: inline(strike) };
}

function referenceOf(inner: string): Piece {
  const [target = '', label] = inner.split('|');
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1) };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1) };
  const [, seconds, format = '', url] = /^!date\^(\d+)\^([^^]*)(?:\^(.*))?$/.exec(target) ?? [];
  if (seconds !== undefined)
    return {
      kind: 'date',
      seconds: Number(seconds),
      format,
      url: url ?? null,
      otherwise: unescaped(label ?? ''),
    };
  if (target.startsWith('!')) return { kind: 'broadcast', name: label ?? target.slice(1) };
  const address = unescaped(target);
  return {
    kind: 'link',
    url: address,
    inner: label === undefined ? [{ kind: 'text', text: address }] : inline(label),
  };
}

/** Cuts a text at what the pattern finds; the rest is read by `rest`. */
function between(
  text: string,
  pattern: RegExp,
  piece: (found: RegExpExecArray) => Piece,
  rest: (words: string) => Piece[],
): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > end) pieces.push(...rest(text.slice(end, found.index)));
    pieces.push(piece(found));
    end = found.index + found[0].length;
  }
  return end < text.length ? [...pieces, ...rest(text.slice(end))] : pieces;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
