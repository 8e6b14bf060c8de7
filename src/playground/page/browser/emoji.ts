const EMOJI: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  bar_chart: '📊',
  bulb: '💡',
  calendar: '📅',
  clap: '👏',
  eyes: '👀',
  heart: '❤️',
  heavy_check_mark: '✔️',
  hourglass: '⌛',
  pray: '🙏',
  raised_hands: '🙌',
  rocket: '🚀',
  slightly_smiling_face: '🙂',
  smile: '😄',
  tada: '🎉',
  thumbsup: '👍',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  x: '❌',
};

/** A few of the usual ones; another stays as it was written. */
export function emojiNamed(name: string): string {
  return EMOJI[name] ?? `:${name}:`;
}
