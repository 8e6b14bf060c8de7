import type { Block, Entries, View } from '../double/blocks.ts';

/** What the page is told: all that one person sees, and who and what they can choose from. */
export interface Sight {
  /** Grows when everything begins anew: what the page remembers by itself is then void. */
  readonly epoch: number;
  readonly me: string;
  readonly people: readonly Face[];
  readonly channels: readonly SeenChannel[];
  /** The bot, in whose name it speaks, and what it answers to. */
  readonly app: {
    readonly user: string;
    readonly command: Command;
    readonly shortcuts: readonly SeenShortcut[];
  };
  readonly home: SeenView | null;
  /** The top form last. */
  readonly forms: readonly SeenView[];
  /** What Slack would refuse or remark, for developers. */
  readonly notes: readonly string[];
  /** Absent where starting over would delete what is not the playground's own. */
  readonly canStartOver: boolean;
  /** How far this Slack's clock has been moved on from the real time. */
  readonly aheadMs: number;
  /** Absent where it can't be moved. */
  readonly clock: SeenClock | null;
  /** Three weeks are being filled in: one watches, and acts afterwards. */
  readonly isSeeding: boolean;
}

export interface SeenClock {
  /** The workspace's, as an IANA name. */
  readonly zone: string;
  readonly isMoving: boolean;
}

export interface Command {
  readonly name: string;
  readonly hint: string;
  readonly does: string;
}

export interface SeenShortcut {
  readonly name: string;
  readonly type: 'global' | 'message';
}

export interface Face {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  /** IANA name. */
  readonly tz: string;
  readonly isBot: boolean;
  /** What they do in the playground; only of those one can be. */
  readonly does?: string;
  /** How many messages with the bot they have not read yet. */
  readonly unread: number;
}

export interface SeenChannel {
  /** Absent for a direct message that nobody has begun. */
  readonly id: string | null;
  readonly name: string;
  /** With whom, in a direct message. */
  readonly other: string | null;
  readonly unread: number;
  readonly messages: readonly SeenMessage[];
}

export interface SeenMessage {
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly thread?: string;
  /** A reply that is shown in the channel as well. */
  readonly isBroadcast?: true;
  /** Only this person sees it. */
  readonly isPrivate: boolean;
  /** It was deleted, and is here for the replies to it. */
  readonly isDeleted: boolean;
  readonly entered: Entries;
}

export interface SeenView extends Pick<View, 'title' | 'submit' | 'close' | 'blocks'> {
  readonly id: string;
  readonly entered: Entries;
  readonly errors: Readonly<Record<string, string>>;
  readonly notice?: string;
}
