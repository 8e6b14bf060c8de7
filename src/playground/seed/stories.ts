export type Who = 'ana' | 'sam' | 'lea' | 'kim';

export type Impact = 'Annoying' | 'Slows work' | 'Blocks work' | 'Hurts customers or safety';
export type Kind =
  | 'Removed the cause'
  | 'Added a guard'
  | 'Automated it'
  | 'Checklist or training'
  | 'One-off fix';

export type Deed =
  | { does: 'flags'; impact?: Impact; affected?: string; isStuck?: boolean }
  | { does: 'me too' }
  /** `by`: the working day, as in `Moment`. */
  | { does: 'claims'; success?: string; by?: number }
  | { does: 'updates'; text: string }
  | { does: 'solves'; changed: string; kind: Kind; learning?: string }
  | { does: 'answers'; verdict: 'Fixed' | 'Not fixed'; adds?: string }
  /** While they have not said yet whether it is fixed. */
  | { does: 'agrees to be named' }
  | { does: 'is not doing'; because: string }
  /** `of`: the other one's text. */
  | { does: 'finds a duplicate'; of: string }
  | { does: 'helps' }
  | { does: 'helped'; line: string }
  | { does: 'offers'; to: Who }
  | { does: 'names a lead'; lead: Who }
  | { does: 'writes up'; happened: string; possible: string; well: string }
  /** `line`: some words of what was learned. */
  | { does: 'has read'; line: string; says: 'Used this' | 'Already knew' };

/** When: the working day, of which 0 to `pastDays - 1` are over, and the time in UTC. Who, and what they do. */
export type Moment = readonly [day: number, time: string, who: Who, deed: Deed];

export interface Story {
  readonly text: string;
  readonly moments: readonly Moment[];
}

/** Three weeks of them; later ones are today and the days to come, for what was agreed on. */
export const pastDays = 15;
