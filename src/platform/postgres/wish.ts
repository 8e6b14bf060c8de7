import type { Command } from '../../core/command.ts';
import type { Words } from '../../core/said.ts';

/** A command as a person gives it: the facts that the rules need are gathered here. */
export type Wish =
  | Exclude<
      Command,
      {
        type:
          | 'withdraw'
          | 'offer'
          | 'let-go'
          | 'link-to-fix'
          | 'ask-look'
          | 'duplicate'
          | 'not-duplicate'
          | 'amend';
      }
    >
  | { readonly type: 'withdraw' }
  | { readonly type: 'offer'; readonly toSlackUser: string }
  | { readonly type: 'let-go' }
  | { readonly type: 'link-to-fix'; readonly fix: number }
  | { readonly type: 'ask-look' }
  /** `seq`: the place in the history of what is put otherwise. */
  | { readonly type: 'amend'; readonly seq: number; readonly words: Words }
  /** `of`: the number of the other issue; `null` asks whether they may name one. */
  | { readonly type: 'duplicate'; readonly of: number | null }
  /** `of`: what it was the same as where they pressed; `null` takes what it is now. */
  | { readonly type: 'not-duplicate'; readonly of: number | null };
