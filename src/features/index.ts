import type { Feature } from '../platform/slack/feature.ts';
import { admins } from './admins/admins.ts';
import { amend } from './amend/amend.ts';
import { card } from './card/card.ts';
import { claim } from './claim/claim.ts';
import { confirm } from './confirm/confirm.ts';
import { digest } from './digest/digest.ts';
import { duplicate } from './duplicate/duplicate.ts';
import { firstAnswer } from './first-answer/first-answer.ts';
import { flag } from './flag/flag.ts';
import { handOver } from './hand-over/hand-over.ts';
import { helpNow } from './help-now/help-now.ts';
import { help } from './help/help.ts';
import { home } from './home/home.ts';
import { hours } from './hours/hours.ts';
import { inquire } from './inquire/inquire.ts';
import { learn } from './learn/learn.ts';
import { meToo } from './me-too/me-too.ts';
import { menuOf } from './menu.ts';
import { mirror } from './mirror/mirror.ts';
import { news } from './news/news.ts';
import { notDoing } from './not-doing/not-doing.ts';
import { owe } from './owe/owe.ts';
import { resolve } from './resolve/resolve.ts';
import { settings } from './settings/settings.ts';
import { stillOnIt } from './still-on-it/still-on-it.ts';
import { support } from './support/support.ts';
import { update } from './update/update.ts';
import { withdraw } from './withdraw/withdraw.ts';

const all: readonly Feature[] = [
  flag,
  card,
  helpNow,
  meToo,
  claim,
  handOver,
  firstAnswer,
  update,
  stillOnIt,
  support,
  inquire,
  resolve,
  confirm,
  notDoing,
  duplicate,
  withdraw,
  amend,
  learn,
  digest,
  mirror,
  owe,
  news,
  home,
  hours,
  settings,
  admins,
  help,
];

/** What people can do. A feature that isn't here doesn't exist. */
export const features: readonly Feature[] = [...all, menuOf(all)];
