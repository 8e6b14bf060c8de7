import type { Span, Unit } from './labelled.ts';

interface Tally {
  readonly count: number;
  readonly found: number;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f05: number;
  /** The share of ok text with a finding. */
  readonly falseAlarmRate: number;
  readonly falseAlarms: number;
  readonly blameful: number;
  readonly ok: number;
  /** How many of each category were found, or of each kind of ok text alarmed. */
  readonly byCategory: ReadonlyMap<string, Tally>;
}

/**
 * A blameful sentence counts as found only where a predicted span meets a labelled one; a finding elsewhere in it is
 * both a miss and a false alarm.
 */
export function score(units: readonly Unit[]): Score {
  const blameful = units.filter(({ label }) => label === 'blameful');
  const ok = units.filter(({ label }) => label === 'ok');
  const found = blameful.filter(isFound).length;
  const misplaced = blameful.filter((it) => it.predicted.length > 0 && !isFound(it)).length;
  const falseAlarms = ok.filter(isAlarmed).length;
  const precision = share(found, found + misplaced + falseAlarms);
  const recall = share(found, blameful.length);
  return {
    precision,
    recall,
    f05: share(1.25 * precision * recall, 0.25 * precision + recall),
    falseAlarmRate: share(falseAlarms, ok.length),
    falseAlarms,
    blameful: blameful.length,
    ok: ok.length,
    byCategory: byCategory(units),
  };
}

function isFound({ spans, predicted }: Unit): boolean {
  return predicted.some((one) => spans.some((other) => meets(one, other)));
}

function isAlarmed({ predicted }: Unit): boolean {
  return predicted.length > 0;
}

function meets(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

function byCategory(units: readonly Unit[]): Map<string, Tally> {
  const all = new Map<string, Tally>();
  for (const unit of units) {
    const { count, found } = all.get(unit.category) ?? { count: 0, found: 0 };
    const isHit = unit.label === 'blameful' ? isFound(unit) : isAlarmed(unit);
    all.set(unit.category, { count: count + 1, found: found + (isHit ? 1 : 0) });
  }
  return new Map([...all].toSorted(([a], [b]) => a.localeCompare(b)));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
