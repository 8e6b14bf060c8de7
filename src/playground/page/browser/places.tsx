import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

import type { SeenChannel, SeenMessage } from '../seen.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks.tsx';
import { Composer, ToTheBox, fillComposer } from './composer.tsx';
import { faceOf, useHere } from './here.ts';
import { CloseIcon, HashIcon } from './icons.tsx';
import { Message } from './message.tsx';
import { APP, HOME } from './route.ts';
import { Talk, useEnd } from './talk.tsx';

/** What one looks at: a channel, a direct message, or the app with its Home. */
export function Place({ channel }: { channel: SeenChannel | undefined }) {
  const { sight, route } = useHere();
  if (route.place === HOME || (channel && channel.other === sight.app.user))
    return <AppPlace channel={channel} />;
  if (channel === undefined)
    return <Header name="Nothing here" about="There is no such place, or not for you." />;
  return channel.other === null ? (
    <Room channel={channel} />
  ) : (
    <Direct channel={channel} other={channel.other} />
  );
}

function Header({
  name,
  about,
  icon,
  children,
}: {
  name: string;
  about: string;
  icon?: ComponentChildren;
  children?: ComponentChildren;
}) {
  return (
    <header class="place-head">
      {icon}
      <div>
        <h1>{name}</h1>
        <p>{about}</p>
      </div>
      {children}
    </header>
  );
}

const TOPICS: Readonly<Record<string, string>> = {
  'process-gaps': 'What gets in the way of work, and who has taken it on',
  learnings: 'What others can use',
  general: 'For everybody',
};

function Room({ channel }: { channel: SeenChannel }) {
  const { name } = channel;
  return (
    <>
      <ToTheBox />
      <Header name={name} about={TOPICS[name] ?? 'Private'} icon={<HashIcon />} />
      <Talk channel={channel} empty={<FirstWords name={name} />} />
      <Composer key={channel.id} place={channel.id ?? ''} label={`Message #${name}`} />
    </>
  );
}

/** To whoever comes to an empty channel: what to try. */
function FirstWords({ name }: { name: string }) {
  const { sight } = useHere();
  const command = sight.app.command.name;
  if (name === 'learnings')
    return (
      <>
        <h2>#learnings</h2>
        <p>What was learned from a fix will stand here, for others to use.</p>
      </>
    );
  return (
    <>
      <h2>Nothing has been said in #{name} yet</h2>
      <p>
        Type <code>{command}</code> followed by what got in the way, and send it. For example:
      </p>
      {EXAMPLES.map((words) => (
        <button key={words} type="button" class="try" onClick={() => fillComposer(`${command} ${words}`)}>
          <code>{command}</code> {words}
        </button>
      ))}
      <p class="quiet">
        Then be Sam, above: take it on, and mark it as solved. Be Ana again, and say whether it is fixed.
      </p>
    </>
  );
}

const EXAMPLES = [
  'The refund form rejects foreign IBANs',
  'Nobody knows who approves travel under 200 euros',
];

function Direct({ channel, other }: { channel: SeenChannel; other: string }) {
  const { sight } = useHere();
  const face = faceOf(sight, other);
  const empty = (
    <>
      <h2>{face.name}</h2>
      <p>What the two of you write to each other stands here.</p>
    </>
  );
  return (
    <>
      <ToTheBox />
      <Header
        name={face.name}
        about={face.does ? `${face.name.split(' ')[0]} ${face.does}` : ''}
        icon={<Avatar of={face} />}
      />
      <Talk channel={channel} empty={empty} />
      <Composer key={other} place={other} label={`Message ${face.name}`} />
    </>
  );
}

function AppPlace({ channel }: { channel: SeenChannel | undefined }) {
  const { sight, route, go } = useHere();
  const face = faceOf(sight, sight.app.user);
  const messages = channel ?? sight.channels.find(({ other }) => other === sight.app.user);
  const tabs = [
    { place: HOME, name: 'Home' },
    { place: APP, name: 'Messages' },
  ];
  return (
    <>
      <Header
        name="Flagpost"
        about="Flag what gets in the way. Somebody takes it on, and you decide when it is fixed."
        icon={<Avatar of={face} />}
      >
        <nav class="tabs" aria-label="Flagpost">
          {tabs.map(({ place, name }) => (
            <button
              key={place}
              type="button"
              aria-current={route.place === place ? 'page' : undefined}
              onClick={() => go({ place, thread: null })}
            >
              {name}
              {place === APP && messages && messages.unread > 0 && <Unread count={messages.unread} />}
            </button>
          ))}
        </nav>
      </Header>
      {route.place === HOME ? <Home /> : messages && <News channel={messages} />}
    </>
  );
}

export function Unread({ count }: { count: number }) {
  return (
    <span class="count">
      {count}
      <span class="unseen"> unread</span>
    </span>
  );
}

function News({ channel }: { channel: SeenChannel }) {
  const empty = (
    <>
      <h2>Nothing yet</h2>
      <p>News about what you have flagged or taken on comes here, and only you see it.</p>
    </>
  );
  return (
    <>
      <Talk channel={channel} empty={empty} />
      <p class="closed">Sending messages to this app has been turned off.</p>
    </>
  );
}

/** Drawn by the app each time somebody comes to it. */
function Home() {
  const { sight, me, ask } = useHere();
  const { home } = sight;
  useEffect(() => void ask({ act: 'home' }), [me.id, sight.epoch]);
  return (
    <>
      <h2 class="unseen">Home</h2>
      <div class="home talk" tabIndex={0} role="region" aria-label="Home">
        {home === null ? (
          <p class="quiet">Flagpost is drawing your Home.</p>
        ) : (
          <Blocks blocks={home.blocks} surface={{ on: { view: home.id }, entered: home.entered }} />
        )}
      </div>
    </>
  );
}

/** A message and the replies to it, beside the channel. */
export function Thread({ channel, parent }: { channel: SeenChannel; parent: SeenMessage }) {
  const { sight, go } = useHere();
  const { ts } = parent;
  const replies = channel.messages.filter(({ thread }) => thread === ts);
  const { list } = useEnd(replies.length);
  const place = channel.other ?? channel.id ?? '';
  return (
    <aside class="thread" aria-label="Thread">
      <header class="place-head">
        <div>
          <h2>Thread</h2>
          <p>{channel.other === null ? `#${channel.name}` : faceOf(sight, channel.other).name}</p>
        </div>
        <button
          type="button"
          class="icon"
          aria-label="Close the thread"
          title="Close"
          onClick={() => go({ thread: null })}
        >
          <CloseIcon />
        </button>
      </header>
      <div ref={list} class="talk" role="log" aria-label="Replies" tabIndex={0}>
        <Message channel={channel} message={parent} />
        {replies.length > 0 && (
          <h3 class="day">
            <span>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</span>
          </h3>
        )}
        {replies.map((message) => (
          <Message key={message.ts} channel={channel} message={message} />
        ))}
      </div>
      {channel.other !== sight.app.user && <Composer key={ts} place={place} thread={ts} label="Reply" />}
    </aside>
  );
}
