import type { Inquiry } from './inquiry.ts';
import type { Agreement, PersonId } from './issue.ts';

/** What an owner has of an issue, and keeps where it goes on after all. */
export interface OwnedBefore {
  readonly owner: PersonId;
  readonly agreement: Agreement | null;
  readonly inquiry: Inquiry | null;
}

/** Where one issue turns out to be the same as another, or not after all. `by` is null where it was the reporter. */
export type SameEvent =
  | { readonly type: 'duplicated'; readonly of: number; readonly by: PersonId | null }
  | { readonly type: 'merged'; readonly from: number; readonly people: readonly PersonId[] }
  /** It goes on as it did before: with whoever had it, if somebody did. */
  | {
      readonly type: 'separated';
      readonly from: number;
      readonly by: PersonId | null;
      readonly owner: PersonId | null;
      readonly agreement: Agreement | null;
      readonly inquiry: Inquiry | null;
      /** Nobody says that they differ: what it was the same as was withdrawn. */
      readonly wasWithdrawn?: true;
    }
  /** `people`: those who were counted there for no other reason. */
  | { readonly type: 'unmerged'; readonly from: number; readonly people: readonly PersonId[] };
