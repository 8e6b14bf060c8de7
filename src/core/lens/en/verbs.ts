/** A verb that somebody does to a thing, and that names what happened without judging: base, past, participle. */
export interface Verb {
  readonly base: string;
  readonly past: string;
  readonly participle: string;
}

/** Regular ones by their base; the others as base/past, or base/past/participle. */
const written = `
add alter answer approve archive assign attach back/backed block book break/broke/broken bring/brought burn/burnt burn/burned calibrate cancel/cancelled
cancel/canceled change charge check clean clear clip/clipped close complete confirm contaminate copy/copied corrupt count cover crack crash cut/cut damage
delete deliver dent destroy disable disconnect document drain drop/dropped email empty/emptied enable encrypt enter erase expose fasten feed/fed
file fill finish fit/fitted fix flood follow format forward give/gave/given grease hide/hid/hidden hit/hit include inspect isolate jam/jammed knock label/labelled
label/labeled leak leave/left leak lift load lock log/logged lose/lost lower mark measure melt merge mislabel/mislabelled misplace miss mix monitor mop/mopped move
note notice omit/omitted open order overfill overload overlook overwrite/overwrote/overwritten pack paint park paste pay/paid pick place plug/plugged
post pour press print process publish pull puncture purge push put/put raise read/read rebook record refill register release remove rename renew
repair replace report reset/reset restart restock return review revoke rip/ripped rotate run/ran/run save scan/scanned scratch seal
secure send/sent separate set/set shatter shred/shredded shut/shut sign skip/skipped smash snap/snapped spill/spilled spill/spilt split/split
start steal/stole/stolen sterilise stop/stopped store strap/strapped submit/submitted sweep/swept switch take/took/taken tag/tagged tear/tore/torn test throw/threw/thrown tick tidy/tidied
tie tighten tip/tipped trip/tripped turn unlock unplug/unplugged update upload use validate verify/verified wash water weigh wipe wrap/wrapped write/wrote/written
`;

const verbs: readonly Verb[] = written
  .trim()
  .split(/\s+/u)
  .map((entry) => {
    const [base = '', past = regular(base), participle = past] = entry.split('/');
    return { base, past, participle };
  });

function regular(base: string): string {
  return base.endsWith('e') ? `${base}d` : `${base}ed`;
}

const byBase = new Map(verbs.map((it) => [it.base, it]));
const byPast = new Map(verbs.map((it) => [it.past, it]));
const byParticiple = new Map(verbs.map((it) => [it.participle, it]));

/** "wipe", as after "forgot to". */
export function fromBase(norm: string): Verb | undefined {
  return byBase.get(norm);
}

/** "wiped", as after a name. */
export function fromPast(norm: string): Verb | undefined {
  return byPast.get(norm);
}

/** "broken", as after "should have". */
export function fromParticiple(norm: string): Verb | undefined {
  return byParticiple.get(norm);
}
