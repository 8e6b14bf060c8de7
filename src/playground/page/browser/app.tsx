import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { SeenChannel, Sight } from '../seen.ts';
import { forgetDrafts } from './composer.tsx';
import { useArrival, useKeptFocus } from './focus.ts';
import { Notes, Sidebar, Switch } from './frame.tsx';
import { HereContext, faceOf, type Here } from './here.ts';
import { ListIcon } from './icons.tsx';
import { send, useSight } from './line.ts';
import { Forms } from './modal.tsx';
import { Place, Thread } from './places.tsx';
import { HOME, channelAt, placeOf, readRoute, writeRoute, type Route } from './route.ts';

const TOAST_MS = 8000;

export function App() {
  const [route, go] = useRoute();
  const { sight, isAway } = useSight(route.person);
  const [toast, say] = useToast();
  if (sight === null) return <p class="waiting">{isAway ? AWAY : 'One moment.'}</p>;
  return (
    <Inside sight={sight} route={route} go={go} say={say}>
      <div class="unseen" role="status">
        {toast}
      </div>
      {(toast || isAway) && (
        <p class="toast" aria-hidden="true">
          {toast || AWAY}
        </p>
      )}
    </Inside>
  );
}

const AWAY = 'Nobody answers just now. Trying again.';

interface InsideProps {
  readonly sight: Sight;
  readonly route: Route;
  readonly go: Here['go'];
  readonly say: (words: string) => void;
  readonly children: preact.ComponentChildren;
}

function Inside({ sight, route, go, say, children }: InsideProps) {
  const [isOpen, setOpen] = useState(false);
  const here = useHereValue(sight, route, go, say);
  const channel = channelAt(sight, route.place);
  const thread = threadAt(channel, route);
  useTitle(sight, route);
  useForgetting(sight.epoch);
  useKeptFocus(sight);
  useArrival(route, here.pointedAt);
  return (
    <HereContext.Provider value={here}>
      <div class={thread === null ? 'frame' : 'frame with-thread'}>
        <Switch />
        <Notes />
        <div class="rooms">
          <Sidebar isOpen={isOpen} close={() => setOpen(false)} />
          <button
            type="button"
            class={newsIn(sight) > 0 ? 'icon drawer news' : 'icon drawer'}
            aria-label="Channels and people"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <ListIcon />
          </button>
          {isOpen && <div class="scrim" onClick={() => setOpen(false)} />}
          <main>
            <Place channel={channel} />
          </main>
          {thread}
        </div>
      </div>
      <Forms />
      {children}
    </HereContext.Provider>
  );
}

/** Where what it is about is gone, as after starting over, there is none, whatever the address says. */
function threadAt(channel: SeenChannel | undefined, { thread }: Route) {
  const parent = channel?.messages.find(({ ts }) => ts === thread);
  return channel && parent ? <Thread key={parent.ts} channel={channel} parent={parent} /> : null;
}

function useHereValue(sight: Sight, route: Route, go: Here['go'], say: (words: string) => void): Here {
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  return useMemo(() => {
    const me = faceOf(sight, sight.me);
    return {
      sight,
      me,
      route,
      go: (to) => {
        setPointedAt(null);
        go(to);
      },
      nowMs: () => Date.now() + sight.aheadMs,
      say,
      pointedAt,
      ask: async (ask) => {
        const said = await send(me.handle, ask);
        say(said);
        return said === '';
      },
      pointAt: (id, ts) => {
        const channel = sight.channels.find((one) => one.id === id);
        if (channel === undefined) return say('This message is somewhere you are not.');
        const thread = channel.messages.find((one) => one.ts === ts)?.thread ?? null;
        go({ place: placeOf(sight, channel), thread });
        setPointedAt(ts);
      },
    };
  }, [sight, route, pointedAt]);
}

/** The address says who one is and where, so that two windows can be two people, and back goes back. */
function useRoute(): [Route, Here['go']] {
  const [route, setRoute] = useState(readRoute(location.hash));
  useEffect(() => {
    const changed = () => setRoute(readRoute(location.hash));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  const go = (to: Partial<Route>) => {
    location.hash = writeRoute({ ...readRoute(location.hash), ...to });
  };
  return [route, go];
}

function useToast(): [string, (words: string) => void] {
  const [words, setWords] = useState('');
  const timer = useRef<number>(0);
  const say = (next: string) => {
    if (next === '') return;
    clearTimeout(timer.current);
    setWords(next);
    timer.current = setTimeout(() => setWords(''), TOAST_MS);
  };
  return [words, say];
}

/** How many messages to oneself are unread. */
function newsIn({ channels }: Sight): number {
  return channels.reduce((sum, one) => sum + (one.other === null ? 0 : one.unread), 0);
}

function useTitle(sight: Sight, { place }: Route): void {
  const unread = newsIn(sight);
  const name = place === HOME || channelAt(sight, place)?.other === sight.app.user ? 'Flagpost' : place;
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${name} · Flagpost playground`;
  });
}

/** Once everything has begun anew, what was typed here belongs to nothing any more. */
function useForgetting(epoch: number): void {
  const known = useRef(epoch);
  useEffect(() => {
    if (known.current === epoch) return;
    known.current = epoch;
    forgetDrafts();
  }, [epoch]);
}
