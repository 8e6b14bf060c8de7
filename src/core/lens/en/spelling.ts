import type { Part, Spelling } from '../text.ts';

const negated =
  /^(do|does|did|is|are|was|were|has|have|had|would|could|should|must|need|might|ai|ca|wo|sha)(n'?t)$/u;
const endings: Readonly<Record<string, string>> = {
  s: "'s",
  ve: 'have',
  d: 'would',
  ll: 'will',
  re: 'are',
  m: 'am',
};
const irregular: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' };

/** Chat's own spellings and common slips, each as the words it stands for. */
const spellings = new Map<string, readonly string[]>(
  Object.entries({
    u: ['you'],
    ya: ['you'],
    ur: ['your'],
    cant: ['can', 'not'],
    cannot: ['can', 'not'],
    wont: ['will', 'not'],
    shes: ['she', "'s"],
    hes: ['he', "'s"],
    whos: ['who', "'s"],
    thats: ['that', "'s"],
    its: ['it', "'s"],
    theyre: ['they', 'are'],
    youre: ['you', 'are'],
    shouldve: ['should', 'have'],
    couldve: ['could', 'have'],
    wouldve: ['would', 'have'],
    shoulda: ['should', 'have'],
    coulda: ['could', 'have'],
    woulda: ['would', 'have'],
    im: ['i', 'am'],
    wed: ['we', 'would'],
    ive: ['i', 'have'],
    everytime: ['every', 'time'],
    noone: ['nobody'],
    gonna: ['going', 'to'],
    shoudl: ['should'],
    shold: ['should'],
    forgott: ['forgot'],
    dint: ['did', 'not'],
    didint: ['did', 'not'],
  }),
);

function partsOf(raw: string): readonly Part[] {
  const low = raw.toLowerCase().replaceAll('’', "'");
  const spelled = spellings.get(low);
  if (spelled !== undefined) return spelled.map((norm) => ({ norm, from: 0, to: raw.length }));
  const not = low.endsWith('t') ? negated.exec(low) : null;
  if (not !== null) {
    const [, verb = '', rest = ''] = not;
    const cut = raw.length - rest.length;
    return [
      { norm: irregular[verb] ?? verb, from: 0, to: cut },
      { norm: 'not', from: cut, to: raw.length },
    ];
  }
  return splitEnding(raw, low) ?? [{ norm: low, from: 0, to: raw.length }];
}

function splitEnding(raw: string, low: string): Part[] | null {
  const at = low.lastIndexOf("'");
  const norm = at > 0 ? endings[low.slice(at + 1)] : undefined;
  return norm === undefined ? null : [...partsOf(raw.slice(0, at)), { norm, from: at, to: raw.length }];
}

export const spelling: Spelling = {
  abbreviations: new Set('dr mr mrs ms no vs etc approx st e.g i.e'.split(' ')),
  partsOf,
};
