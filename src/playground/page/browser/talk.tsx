import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { SeenChannel, SeenMessage } from '../seen.ts';
import { dayOf, msOf } from './dates.ts';
import { useHere } from './here.ts';
import { Message } from './message.tsx';

/** Closer together than this, messages of one person stand as one. */
const TOGETHER_MS = 5 * 60_000;
const NEAR_PX = 60;
/** So many are drawn at first, and so many more each time one asks for earlier ones. */
const STEP = 200;

interface TalkProps {
  readonly channel: SeenChannel;
  readonly empty: ComponentChildren;
}

/** The messages of a channel, the newest below; it stays at the end for whoever is there. */
export function Talk(talk: TalkProps) {
  const { me, sight } = useHere();
  return <Messages key={`${sight.epoch} ${me.id} ${talk.channel.other ?? talk.channel.id}`} {...talk} />;
}

function Messages({ channel, empty }: TalkProps) {
  const { me } = useHere();
  const messages = channel.messages.filter(
    ({ thread, isBroadcast }) => thread === undefined || isBroadcast === true,
  );
  const { list, hasMore, goToEnd } = useEnd(messages.length);
  const { drawn, showEarlier } = useNewest(messages, list);
  const repliesTo = Map.groupBy(channel.messages, ({ thread }) => thread);
  const newest = messages.at(-1);
  useReading(channel, newest?.ts);
  return (
    <>
      <div ref={list} class="talk" role="log" aria-label="Messages" tabIndex={0}>
        {messages.length === 0 && <div class="empty">{empty}</div>}
        {drawn.length < messages.length && (
          <button type="button" class="button earlier" onClick={showEarlier}>
            Show earlier messages
          </button>
        )}
        {drawn.map((message, index) => (
          <Dated key={message.ts} message={message} before={drawn[index - 1]}>
            <Message
              channel={channel}
              message={message}
              replies={repliesTo.get(message.ts) ?? []}
              isContinued={isContinued(drawn[index - 1], message, me.tz)}
            />
          </Dated>
        ))}
      </div>
      {hasMore && (
        <button type="button" class="below" onClick={goToEnd}>
          {newest?.isPrivate ? 'An answer for you alone, below' : 'New messages below'}
        </button>
      )}
    </>
  );
}

interface DatedProps {
  readonly message: SeenMessage;
  readonly before: SeenMessage | undefined;
  readonly children: ComponentChildren;
}

/** With the day above the first message of it. */
function Dated({ message, before, children }: DatedProps) {
  const { me, nowMs } = useHere();
  const day = ({ ts }: SeenMessage) => dayOf(msOf(ts), me.tz, nowMs());
  return (
    <>
      {(before === undefined || day(before) !== day(message)) && (
        <h2 class="day">
          <span>{day(message)}</span>
        </h2>
      )}
      {children}
    </>
  );
}

function isContinued(before: SeenMessage | undefined, message: SeenMessage, tz: string): boolean {
  if (before === undefined || before.user !== message.user || before.isPrivate || message.isPrivate)
    return false;
  if (before.blocks || message.blocks) return false;
  const [from, to] = [msOf(before.ts), msOf(message.ts)];
  return to - from < TOGETHER_MS && dayOf(from, tz, to) === dayOf(to, tz, to);
}

/** The newest of them, and back to the one that a link has pointed at: to draw all takes seconds where there are many. */
function useNewest(messages: readonly SeenMessage[], list: List) {
  const { pointedAt } = useHere();
  const [from, begin] = useState<string | null>(null);
  const wanted = from === null ? messages.length - STEP : messages.findIndex(({ ts }) => ts >= from);
  const pointed = messages.findIndex(({ ts }) => ts === pointedAt);
  const start = Math.max(0, pointed < 0 ? wanted : Math.min(wanted, pointed));
  const last = useRef('');
  /* It stands there still when it is pointed at no more. */
  useEffect(() => {
    if (start < wanted) begin(pointedAt);
  }, [start < wanted]);
  /* One goes on reading upwards from where one was. */
  useLayoutEffect(() => {
    const before = list.current?.querySelector<HTMLElement>(`[data-ts="${last.current}"]`);
    before?.scrollIntoView({ block: 'start' });
    before?.focus({ preventScroll: true });
    last.current = '';
  }, [from]);
  const showEarlier = () => {
    last.current = messages[start]?.ts ?? '';
    begin(messages[Math.max(0, start - STEP)]?.ts ?? null);
  };
  return { drawn: messages.slice(start), showEarlier };
}

type List = { current: HTMLDivElement | null };

/**
 * Follows the end of a list for whoever has not scrolled away from it, and starts there. `hasMore`:
 * something came below what they look at, such as the answer to what they have just pressed.
 */
export function useEnd(count: number) {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const top = useRef(0);
  const seen = useRef(count);
  const [hasMore, setHasMore] = useState(false);
  const toEnd = () => {
    const { current } = list;
    if (!current || !isAtEnd.current) return;
    current.scrollTop = current.scrollHeight;
    top.current = current.scrollTop;
  };
  useLayoutEffect(() => {
    toEnd();
    setHasMore((before) => !isAtEnd.current && (before || count > seen.current));
    seen.current = count;
  }, [count]);
  useEffect(() => {
    const { current } = list;
    if (!current) return;
    const scrolled = () => {
      const { scrollHeight, scrollTop, clientHeight } = current;
      const isNear = scrollHeight - scrollTop - clientHeight < NEAR_PX;
      // The browser scrolls down by itself where a card above is drawn higher: nobody has left by that.
      if (isNear || scrollTop < top.current) isAtEnd.current = isNear;
      top.current = scrollTop;
      if (isAtEnd.current) setHasMore(false);
    };
    const observer = new ResizeObserver(toEnd);
    observer.observe(current);
    current.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', scrolled);
    };
  }, []);
  const goToEnd = () => {
    isAtEnd.current = true;
    setHasMore(false);
    toEnd();
    list.current?.focus({ preventScroll: true });
  };
  return { list, hasMore, goToEnd };
}

/** What one has before one's eyes counts as read. */
function useReading({ id, unread }: SeenChannel, ts: string | undefined): void {
  const { ask, me } = useHere();
  useEffect(() => {
    const read = () => {
      if (id !== null && ts !== undefined && unread > 0 && document.visibilityState === 'visible')
        void ask({ act: 'read', channel: id, ts });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [me.id, id, ts, unread]);
}
