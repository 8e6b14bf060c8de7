import type { Issue, PersonId } from '../../../src/core/issue.ts';
import { byBlocked, owedBy } from '../../../src/core/owed.ts';
import type { World } from './world.ts';

/** What somebody owes, first whatever blocks others most. */
export function owedIn(world: World, person: PersonId): readonly Issue[] {
  const owing = { person, isLead: world.cadence.rungs[0]?.includes(person) === true };
  return [...world.issues.values()]
    .filter((issue) => owedBy({ issue, isUndecided: false, isTold: false }, owing) !== null)
    .toSorted(byBlocked);
}
