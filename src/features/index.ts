import type { Feature } from '../platform/slack/feature.ts';
import { card } from './card/card.ts';
import { claim } from './claim/claim.ts';
import { confirm } from './confirm/confirm.ts';
import { flag } from './flag/flag.ts';
import { handOver } from './hand-over/hand-over.ts';
import { help } from './help/help.ts';
import { home } from './home/home.ts';
import { inquire } from './inquire/inquire.ts';
import { meToo } from './me-too/me-too.ts';
import { news } from './news/news.ts';
import { resolve } from './resolve/resolve.ts';
import { settings } from './settings/settings.ts';
import { update } from './update/update.ts';
import { withdraw } from './withdraw/withdraw.ts';

/** What people can do. A feature that isn't here doesn't exist. */
export const features: readonly Feature[] = [
  flag,
  card,
  meToo,
  claim,
  handOver,
  update,
  inquire,
  resolve,
  confirm,
  withdraw,
  news,
  home,
  settings,
  help,
];
