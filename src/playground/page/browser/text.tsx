import type { ComponentChildren } from 'preact';

import type { RichElement, RichPart, Text } from '../../double/blocks.ts';
import { slackDate } from './dates.ts';
import { emojiNamed } from './emoji.ts';
import { faceOf, useHere } from './here.ts';
import { parseMrkdwn, type Piece } from './mrkdwn.ts';
import { placeOf, readPermalink, writeRoute } from './route.ts';

/** A text as Slack shows it: markup works in `mrkdwn` only. */
export function TextOf({ of: { type, text } }: { of: Text }) {
  return type === 'mrkdwn' ? <Mrkdwn text={text} /> : <span class="words">{text}</span>;
}

export function Mrkdwn({ text }: { text: string }) {
  return (
    <span class="words">
      <Pieces of={parseMrkdwn(text)} />
    </span>
  );
}

function Pieces({ of: pieces }: { of: Piece[] }) {
  return (
    <>
      {pieces.map((piece, index) => (
        <PieceOf key={index} piece={piece} />
      ))}
    </>
  );
}

function PieceOf({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case 'text':
      return <>{piece.text}</>;
    case 'code':
      return <code>{piece.text}</code>;
    case 'pre':
      return <pre>{piece.text}</pre>;
    case 'bold':
      return <strong>{<Pieces of={piece.inner} />}</strong>;
    case 'italic':
      return <em>{<Pieces of={piece.inner} />}</em>;
    case 'strike':
      return <s>{<Pieces of={piece.inner} />}</s>;
    case 'quote':
      return <blockquote>{<Pieces of={piece.inner} />}</blockquote>;
    case 'link':
      return <Link url={piece.url}>{<Pieces of={piece.inner} />}</Link>;
    case 'user':
      return <Person id={piece.id} />;
    case 'channel':
      return <ChannelName id={piece.id} />;
    case 'broadcast':
      return <span class="mention">@{piece.name}</span>;
    case 'emoji':
      return <>{emojiNamed(piece.name)}</>;
    case 'date':
      return <Moment seconds={piece.seconds} format={piece.format} url={piece.url} />;
  }
}

function Person({ id }: { id: string }) {
  const { sight } = useHere();
  return <span class={id === sight.me ? 'mention mine' : 'mention'}>@{faceOf(sight, id).name}</span>;
}

function ChannelName({ id }: { id: string }) {
  const { sight, go } = useHere();
  const channel = sight.channels.find((one) => one.id === id);
  if (channel === undefined) return <span class="mention">a private channel</span>;
  const place = placeOf(sight, channel);
  return (
    <Within class="mention" place={place} go={() => go({ place, thread: null })}>
      #{channel.name}
    </Within>
  );
}

/** A way to elsewhere on this page. A button can't stand in a sentence: its full stop may begin the next line. */
function Within(way: { class: string; place: string; go: () => void; children: ComponentChildren }) {
  const { me } = useHere();
  const turn = (event: Event) => {
    event.preventDefault();
    way.go();
  };
  const href = writeRoute({ person: me.handle, place: way.place, thread: null });
  return (
    <a class={way.class} href={href} onClick={turn}>
      {way.children}
    </a>
  );
}

/** A link to a message of this workspace leads there; others open beside the page, if they are of the web. */
function Link({ url, children }: { url: string; children: ComponentChildren }) {
  const { sight, route, pointAt } = useHere();
  const message = readPermalink(url);
  if (message !== null) {
    const channel = sight.channels.find(({ id }) => id === message.channel);
    const place = channel === undefined ? route.place : placeOf(sight, channel);
    return (
      <Within class="link" place={place} go={() => pointAt(message.channel, message.ts)}>
        {children}
      </Within>
    );
  }
  if (!/^(?:https?|mailto):/i.test(url)) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

function Moment({ seconds, format, url }: { seconds: number; format: string; url: string | null }) {
  const { me, nowMs } = useHere();
  const time = (
    <time dateTime={new Date(seconds * 1000).toISOString()}>
      {slackDate(seconds, format, me.tz, nowMs())}
    </time>
  );
  return url === null ? time : <Link url={url}>{time}</Link>;
}

export function RichText({ parts }: { parts: RichPart[] }) {
  return (
    <div class="rich">
      {parts.map((part, index) => (
        <RichPartOf key={index} part={part} />
      ))}
    </div>
  );
}

function RichPartOf({ part }: { part: RichPart }) {
  switch (part.type) {
    case 'rich_text_quote':
      return <blockquote>{<RichLine elements={part.elements} />}</blockquote>;
    case 'rich_text_section':
      return <p>{<RichLine elements={part.elements} />}</p>;
    case 'rich_text_list':
      return (
        <ul>
          {part.elements.map(({ elements }, index) => (
            <li key={index}>
              <RichLine elements={elements} />
            </li>
          ))}
        </ul>
      );
  }
}

function RichLine({ elements }: { elements: RichElement[] }) {
  return (
    <>
      {elements.map((element, index) => (
        <RichElementOf key={index} element={element} />
      ))}
    </>
  );
}

function RichElementOf({ element }: { element: RichElement }) {
  if (element.type === 'emoji') return <>{emojiNamed(element.name)}</>;
  if (element.type === 'link') return <Link url={element.url}>{element.text ?? element.url}</Link>;
  return element.style?.bold ? <strong>{element.text}</strong> : <>{element.text}</>;
}
