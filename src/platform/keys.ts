import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** One key of the ring: an id that may be seen, and 32 secret bytes. */
export interface Key {
  readonly id: string;
  readonly secret: Buffer;
}

/** The first key seals; all of them open. Adding a new one in front rotates it. */
export type KeyRing = readonly [Key, ...Key[]];

const written = /^[a-z0-9]{1,16}:[A-Za-z0-9+/]{43}=$/;

/** Reads `id:base64,id:base64`; `null` if any part is not an id and 32 bytes. */
export function readKeyRing(text: string): KeyRing | null {
  const parts = text.split(',').map((part) => part.trim());
  if (!parts.every((part) => written.test(part))) return null;
  const [first, ...rest] = parts.map(readKey);
  const ids = new Set(parts.map((part) => part.split(':')[0]));
  return first === undefined || ids.size !== parts.length ? null : [first, ...rest];
}

function readKey(part: string): Key {
  const [id = '', secret = ''] = part.split(':');
  return { id, secret: Buffer.from(secret, 'base64') };
}

/** A fresh ring of one key, as `readKeyRing` reads it. */
export function makeKeyRing(): string {
  return `k1:${randomBytes(32).toString('base64')}`;
}

type Purpose = 'seal' | 'tag' | 'request' | 'reader' | 'token' | 'note' | 'nudge';

/** Kept as long as the key itself is: a flag needs three of them. */
const derived = new WeakMap<Key, Partial<Record<Purpose, KeyObject>>>();

function derive(key: Key, purpose: Purpose): KeyObject {
  const known = derived.get(key) ?? {};
  derived.set(key, known);
  return (known[purpose] ??= make(key, purpose));
}

function make(key: Key, purpose: Purpose): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key.secret, '', `flagpost/${purpose}`, 32)));
}

/** What a reporter's seal is bound to: it opens for no other row. */
export function sealedRow(workspace: string, participant: string): string {
  return `participants/${workspace}/${participant}`;
}

/** Closes `text` so that it opens only for the same `row` (table, workspace and row id). AES-256-GCM. */
export function seal(ring: KeyRing, row: string, text: string): string {
  const [key] = ring;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(key, 'seal'), nonce).setAAD(Buffer.from(row));
  const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `1.${key.id}.${nonce.toString('base64url')}.${closed.toString('base64url')}`;
}

/** @throws if the key is not on the ring, or the seal was made for another row or changed. */
export function openSeal(ring: KeyRing, row: string, sealed: string): string {
  const [, id, nonce = '', closed = ''] = sealed.split('.');
  const key = ring.find((it) => it.id === id);
  if (key === undefined) throw new Error(`a seal was made with key "${id}", which is not on the ring`);
  const bytes = Buffer.from(closed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', derive(key, 'seal'), Buffer.from(nonce, 'base64url'))
    .setAAD(Buffer.from(row))
    .setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
}

/** One for each key: without the ring nobody can tell what was tagged. The first is for writing. */
type Tags = readonly [string, ...string[]];

function tags([current, ...older]: KeyRing, purpose: Purpose, parts: readonly string[]): Tags {
  const tag = (key: Key): string => `${key.id}.${hmac(derive(key, purpose), parts)}`;
  return [tag(current), ...older.map(tag)];
}

/** The tags a person may have been given. */
export function tagsOf(ring: KeyRing, workspace: string, person: string): Tags {
  return tags(ring, 'tag', [workspace, person]);
}

/** Of a reader of one learning: two answers of the same person can't be told to be theirs. */
export function readerTags(ring: KeyRing, workspace: string, issue: number, person: string): Tags {
  return tags(ring, 'reader', [workspace, String(issue), person]);
}

/** Of somebody on one of their days: what they had on another can't be told to be theirs. */
export function nudgeTags(ring: KeyRing, workspace: string, person: string, day: string): Tags {
  return tags(ring, 'nudge', [workspace, person, day]);
}

/** Of the token of an installation. */
export function tokenTags(ring: KeyRing, token: string): Tags {
  return tags(ring, 'token', [token]);
}

/** Names a request so that the same one is recognised, and what was in it can't be read back. */
export function requestKey(ring: KeyRing, parts: readonly string[]): string {
  return hmac(derive(ring[0], 'request'), parts);
}

/** Of a note on somebody's words: who guesses the words can't tell by it whether they guessed right. */
export function noteKey(ring: KeyRing, parts: readonly string[]): string {
  return hmac(derive(ring[0], 'note'), parts).slice(0, 22);
}

function hmac(secret: KeyObject, parts: readonly string[]): string {
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');
}
