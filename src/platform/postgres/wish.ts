import type { Temporal } from 'temporal-polyfill';

import type { Lesson, Wanted } from '../../core/ask.ts';
import type { Command } from '../../core/command.ts';
import type { Whether } from '../../core/did-it-hold.ts';
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
          | 'amend'
          | 'look-again'
          | 'snooze'
          | 'snooze-containment'
          | 'ask-support'
          | 'promise-support'
          | 'pass-up'
          | 'tell-lesson'
          | 'let-take'
          | 'say-of-hold';
      }
    >
  | { readonly type: 'withdraw' }
  | { readonly type: 'offer'; readonly toSlackUser: string }
  | { readonly type: 'let-go' }
  | { readonly type: 'link-to-fix'; readonly fix: number }
  | { readonly type: 'ask-look' }
  | { readonly type: 'look-again'; readonly on: Temporal.PlainDate }
  /** Until when they are left in peace, by their own days. */
  | {
      readonly type: 'snooze' | 'snooze-containment';
      readonly until: 'tomorrow' | 'next-week' | Temporal.PlainDate;
    }
  | ({ readonly type: 'ask-support' } & Wanted)
  | { readonly type: 'promise-support'; readonly of?: number; readonly on: Temporal.PlainDate }
  | { readonly type: 'pass-up'; readonly of?: number; readonly text: string | null }
  | { readonly type: 'let-take'; readonly of?: number }
  | { readonly type: 'say-of-hold'; readonly whether: Whether; readonly round: number }
  /** `of`: the place in the history at which the ask ended. */
  | { readonly type: 'tell-lesson'; readonly of: number; readonly lesson: Lesson }
  /** `seq`: the place in the history of what is put otherwise. */
  | { readonly type: 'amend'; readonly seq: number; readonly words: Words }
  /** `of`: the number of the other issue; `null` asks whether they may name one. */
  | { readonly type: 'duplicate'; readonly of: number | null }
  /** `of`: what it was the same as where they pressed; `null` takes what it is now. */
  | { readonly type: 'not-duplicate'; readonly of: number | null };
