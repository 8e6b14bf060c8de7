import { useState } from 'preact/hooks';

import type { Face, SeenChannel } from '../seen.ts';
import { Anew } from './anew.tsx';
import { Avatar } from './avatar.tsx';
import { ChooseMoment, Clock } from './clock.tsx';
import { placeNameOf, timeOf } from './dates.ts';
import { faceOf, useHere } from './here.ts';
import { HashIcon } from './icons.tsx';
import { useNow } from './now.ts';
import { Unread } from './places.tsx';
import { APP, HOME, placeOf } from './route.ts';

/** Who one is, with the time where they are, and how to begin anew. */
export function Switch() {
  const { sight, me, go } = useHere();
  const now = useNow();
  return (
    <nav class="switch" aria-label="Who you are">
      <span class="switch-label">You are</span>
      {sight.people
        .filter(({ does }) => does !== undefined)
        .map((face) => (
          <Self
            key={face.id}
            face={face}
            isMe={face.id === me.id}
            now={now}
            be={() => go({ person: face.handle, thread: null })}
          />
        ))}
      <Anew />
    </nav>
  );
}

function Self({ face, isMe, now, be }: { face: Face; isMe: boolean; now: number; be: () => void }) {
  const [first] = face.name.split(' ');
  return (
    <button type="button" class="self" aria-current={isMe ? 'true' : undefined} onClick={be}>
      <Avatar of={face} />
      <span class="self-words">
        <strong>{first}</strong> <span class="does">{face.does}</span>
        <small>
          {timeOf(now, face.tz)} {placeNameOf(face.tz)}
        </small>
      </span>
      {!isMe && face.unread > 0 && <Unread count={face.unread} />}
    </button>
  );
}

/** The channels and people, and what is unread there. */
export function Sidebar({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const { sight, route, go } = useHere();
  const [isChoosing, setChoosing] = useState(false);
  const rooms = sight.channels.filter(({ other }) => other === null);
  const directs = sight.channels.filter(({ other }) => other !== null && other !== sight.app.user);
  const app = sight.channels.find(({ other }) => other === sight.app.user);
  const to = (place: string) => {
    close();
    go({ place, thread: null });
  };
  const link = (channel: SeenChannel) => {
    const place = placeOf(sight, channel);
    return <PlaceLink key={place} channel={channel} isHere={place === route.place} go={() => to(place)} />;
  };
  const isApp = route.place === HOME || route.place === APP;
  return (
    <>
      <nav class={isOpen ? 'sidebar open' : 'sidebar'} aria-label="Places">
        <p class="workspace">Playground</p>
        <Clock choose={() => setChoosing(true)} />
        <h2>Channels</h2>
        {rooms.map(link)}
        <h2>Direct messages</h2>
        {directs.map(link)}
        <h2>Apps</h2>
        {app && <PlaceLink channel={app} isHere={isApp} go={() => to(app.unread > 0 ? APP : HOME)} />}
        <p class="fineprint">A small Slack on this machine. Nothing you do here leaves it.</p>
      </nav>
      {/* Beside it: what stands in it looks like it, and on a phone goes with it. */}
      {isChoosing && <ChooseMoment leave={() => setChoosing(false)} />}
    </>
  );
}

function PlaceLink({ channel, isHere, go }: { channel: SeenChannel; isHere: boolean; go: () => void }) {
  const { sight } = useHere();
  const face = channel.other === null ? null : faceOf(sight, channel.other);
  return (
    <button
      type="button"
      class={channel.unread > 0 ? 'place unread' : 'place'}
      aria-current={isHere ? 'page' : undefined}
      onClick={go}
    >
      {face ? <Avatar of={face} /> : <HashIcon />}
      <span class="place-name">{face?.name ?? channel.name}</span>
      {channel.unread > 0 && (face ? <Unread count={channel.unread} /> : <span class="unseen">unread</span>)}
    </button>
  );
}

/** What Slack would refuse or remark: for whoever works on the bot. */
export function Notes() {
  const { notes } = useHere().sight;
  if (notes.length === 0) return null;
  return (
    <details class="notes">
      <summary>
        {notes.length === 1 ? '1 note for developers' : `${notes.length} notes for developers`}
      </summary>
      <p>What a real Slack would refuse, or let pass in silence:</p>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}
