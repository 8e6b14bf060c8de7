import { unescaped } from '../../platform/slack/bodies.ts';

/**
 * What somebody typed after the command, as they meant it to be read. With `should_escape` Slack sends mentions as
 * `<@U…|name>` and `<#C…|name>` and escapes `&`, `<`, `>`. Nobody's Slack id stays in it.
 * https://docs.slack.dev/interactivity/implementing-slash-commands/#escaping
 */
export function readTyped(text: string): string {
  return unescaped(withoutMarkup(text, (name) => `@${name ?? 'someone'}`)).trim();
}

/** A message's words, to be flagged without saying who wrote it or whom it names: a gap has causes, not culprits. */
export function readMessage(text: string): string {
  return unescaped(withoutMarkup(text, () => '@someone')).trim();
}

function withoutMarkup(text: string, person: (name: string | undefined) => string): string {
  return text.replaceAll(
    /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g,
    (_, sign: string, target: string, label?: string) => {
      const name = label === '' ? undefined : label;
      if (sign === '@') return person(name);
      if (sign === '#') return `#${name ?? 'a-channel'}`;
      if (sign === '!') return name ?? (target.startsWith('subteam') ? '@a-group' : `@${target}`);
      return name === undefined ? target : linked(name, target);
    },
  );
}

/** Slack makes a link of `example.com` or an address by itself: what was typed is its label. */
function linked(label: string, target: string): string {
  const isTyped = label === target || label === target.replace(/^(https?:\/\/|mailto:|tel:)/, '');
  return isTyped ? label : `${label} (${target})`;
}
