import type { World } from './world.ts';

/**
 * What a person typed after a command, as Slack sends it with `should_escape: true`: names of people and
 * channels become ids, links get brackets, and the rest is escaped, so that typed markup stays text.
 */
export function typedText(world: World, text: string): string {
  const people = names(
    world.people.flatMap(({ id, name, realName }) => [
      [realName, `<@${id}|${name}>`],
      [name, `<@${id}|${name}>`],
    ]),
  );
  const channels = names(
    world.channels.filter(({ kind }) => kind === 'public').map(({ id, name }) => [name, `<#${id}|${name}>`]),
  );
  const everybody = names(['channel', 'here', 'everyone'].map((name) => [name, `<!${name}>`]));
  const token = new RegExp(
    [
      `@(${[...everybody.keys(), ...people.keys()].map(literal).join('|')})(?![\\w-])`,
      `#(${[...channels.keys()].map(literal).join('|')})(?![\\w-])`,
      '(https?://[^\\s<>]+)',
    ].join('|'),
    'gi',
  );
  let sent = '';
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, person, channel, link] = match;
    sent += escape(text.slice(end, match.index));
    sent += link
      ? `<${escape(link)}>`
      : (everybody.get(person?.toLowerCase() ?? '') ??
        people.get(person?.toLowerCase() ?? '') ??
        channels.get(channel?.toLowerCase() ?? ''));
    end = match.index + whole.length;
  }
  return sent + escape(text.slice(end));
}

/** Longest first, so that "Ana Torres" wins over "Ana". */
function names(pairs: string[][]): Map<string, string> {
  return new Map(
    pairs
      .map(([name = '', sent = '']): [string, string] => [name.toLowerCase(), sent])
      .sort(([a], [b]) => b.length - a.length),
  );
}

function literal(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
