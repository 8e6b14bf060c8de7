import { dayOf } from '../day.ts';
import { dayIn } from '../words.ts';

/** So many fit into what a form remembers, beside everything else. */
const mostHolidays = 100;

/** Days as people paste them: one a line, or with commas between; shown back sorted, and each once. */
export function readHolidays(text: string): readonly string[] | { readonly fault: string } {
  const parts = text.split(/[\n,;]/).map((it) => it.trim());
  const written = parts.filter((it) => it !== '');
  const strange = written.filter((it) => dateFrom(it) === null);
  if (strange.length > 0) {
    const named = strange.slice(0, 3).map((it) => `“${it.slice(0, 40)}”`);
    const others = strange.length > 3 ? ` and ${strange.length - 3} more` : '';
    return {
      fault: `I can't read ${named.join(', ')}${others}. Please write days as 2026-12-24, 24.12.2026 or 24 Dec 2026.`,
    };
  }
  const days = [...new Set(written.flatMap((it) => dateFrom(it) ?? []))].toSorted();
  if (days.length > mostHolidays) return { fault: `Please name at most ${mostHolidays} days.` };
  return days;
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `Dec`, `Sept`, `December`; 0 for what is none. */
function monthFrom(word: string): number {
  return months.findIndex((month) => month.startsWith(word.toLowerCase())) + 1;
}

/** As ISO text; `null` for what is no day. */
function dateFrom(text: string): string | null {
  const iso = dayIn(text);
  if (iso !== null) return iso.toString();
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted !== null)
    return dayOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))?.toString() ?? null;
  const worded = /^(\d{1,2})\.?\s+([a-z]{3,})\.?\s+(\d{4})$/i.exec(text);
  const month = worded === null ? 0 : monthFrom(worded[2] ?? '');
  if (worded === null || month === 0) return null;
  return dayOf(Number(worded[3]), month, Number(worded[1]))?.toString() ?? null;
}
