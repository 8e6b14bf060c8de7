import { useEffect, useRef } from 'preact/hooks';

import type { SeenChannel, SeenMessage } from '../seen.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks.tsx';
import { momentOf, msOf, timeOf, whenOf } from './dates.ts';
import { faceOf, useHere } from './here.ts';
import { EyeIcon, MoreIcon, ReplyIcon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { Mrkdwn } from './text.tsx';

interface MessageProps {
  readonly channel: SeenChannel;
  readonly message: SeenMessage;
  /** Shown below it; none inside a thread. */
  readonly replies?: readonly SeenMessage[];
  /** The same person wrote just before: name and picture stand there already. */
  readonly isContinued?: boolean;
}

export function Message({ channel, message, replies, isContinued = false }: MessageProps) {
  const { sight, me, pointedAt, go } = useHere();
  const author = faceOf(sight, message.user);
  const isPointedAt = pointedAt === message.ts;
  const own = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isPointedAt) return;
    own.current?.scrollIntoView({ block: 'center' });
    own.current?.focus({ preventScroll: true });
  }, [isPointedAt]);
  const looks = [
    'message',
    message.isPrivate && 'private',
    isContinued && 'continued',
    isPointedAt && 'pointed',
  ];
  const time = timeOf(msOf(message.ts), me.tz);
  return (
    <article
      ref={own}
      class={looks.filter(Boolean).join(' ')}
      aria-label={`${author.name}, ${time}`}
      data-ts={message.ts}
      tabIndex={-1}
    >
      {message.isPrivate && (
        <p class="aside">
          <EyeIcon /> Only visible to you
        </p>
      )}
      {message.isBroadcast && replies !== undefined && message.thread !== undefined && (
        <p class="aside">
          <ReplyIcon />
          <button type="button" class="link" onClick={() => go({ thread: message.thread ?? null })}>
            Replied to a thread
          </button>
        </p>
      )}
      <div class="who">{isContinued ? <Time ts={message.ts} /> : <Avatar of={author} />}</div>
      <div class="what">
        {!isContinued && (
          <p class="byline">
            <strong>{author.name}</strong>
            {author.isBot && <span class="badge">App</span>}
            <Time ts={message.ts} hasDay={replies === undefined} />
          </p>
        )}
        <Body channel={channel} message={message} />
        {replies !== undefined && replies.length > 0 && <Replies message={message} replies={replies} />}
      </div>
      <Tools channel={channel} message={message} canReply={replies !== undefined} />
    </article>
  );
}

/** `hasDay`: inside a thread no day stands above the messages. */
function Time({ ts, hasDay = false }: { ts: string; hasDay?: boolean }) {
  const { me, nowMs } = useHere();
  const ms = msOf(ts);
  return (
    <time dateTime={new Date(ms).toISOString()} title={momentOf(ms, me.tz)}>
      {hasDay ? whenOf(ms, me.tz, nowMs()) : timeOf(ms, me.tz)}
    </time>
  );
}

function Body({ channel, message }: { channel: SeenChannel; message: SeenMessage }) {
  const { ts, text, blocks, entered, isDeleted } = message;
  if (isDeleted) return <p class="gone">This message was deleted.</p>;
  if (!blocks || channel.id === null) return <Mrkdwn text={text} />;
  return <Blocks blocks={blocks} surface={{ on: { channel: channel.id, ts }, entered }} />;
}

function Replies({ message, replies }: { message: SeenMessage; replies: readonly SeenMessage[] }) {
  const { sight, me, go, nowMs } = useHere();
  const people = [...new Set(replies.map(({ user }) => user))].slice(0, 3);
  const last = replies.at(-1);
  return (
    <button type="button" class="replies" onClick={() => go({ thread: message.ts })}>
      {people.map((id) => (
        <Avatar key={id} of={faceOf(sight, id)} />
      ))}
      <strong>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</strong>
      {last && <span>Last {whenOf(msOf(last.ts), me.tz, nowMs())}</span>}
    </button>
  );
}

/** What one can do with a message: there as soon as one points at it, or comes to it by keyboard. */
function Tools({
  channel,
  message,
  canReply,
}: {
  channel: SeenChannel;
  message: SeenMessage;
  canReply: boolean;
}) {
  const { sight, go, ask } = useHere();
  const { ts, isPrivate, isDeleted } = message;
  const { id } = channel;
  if (isPrivate || isDeleted || id === null) return null;
  const items = sight.app.shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ name }) => ({
      label: name,
      note: 'Flagpost',
      pick: () => void ask({ act: 'shortcut', name, on: { channel: id, ts } }),
    }));
  return (
    <div class="tools">
      {canReply && (
        <button
          type="button"
          class="icon"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => go({ thread: ts })}
        >
          <ReplyIcon />
        </button>
      )}
      {items.length > 0 && (
        <Menu label="More actions on this message" items={items}>
          <MoreIcon />
        </Menu>
      )}
    </div>
  );
}
