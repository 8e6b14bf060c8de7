import type { PersonId } from '../../core/issue.ts';

/** The one place where a UUID from our own table becomes a person. */
export function asPersonId(id: string): PersonId {
  return id as PersonId;
}
