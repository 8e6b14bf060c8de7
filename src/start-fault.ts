import { ConfigFault } from './config.ts';

/** Its message is the whole of it, for whoever starts Flagpost. */
export class StartFault extends Error {}

/** Why a start came to nothing, for whoever is installing Flagpost; `null` where only the log can say. */
export function startFault(error: unknown): string | null {
  if (error instanceof ConfigFault) return error.message;
  if (error instanceof StartFault) return `Flagpost can't start. ${error.message}`;
  for (let it = error; it instanceof Error; it = it.cause) {
    const words = 'code' in it && typeof it.code === 'string' ? byCode(it.code, it) : null;
    if (words !== null) return `Flagpost can't start. ${words}`;
  }
  return null;
}

function byCode(code: string, error: object): string | null {
  if (code.startsWith('slack_')) {
    return 'Slack refuses the tokens: please look at SLACK_APP_TOKEN and SLACK_BOT_TOKEN.';
  }
  switch (code) {
    case '28P01':
    case '28000':
      return 'Postgres refuses the user or the password in DATABASE_URL.';
    case '3D000':
      return 'The database that DATABASE_URL names does not exist; please create it first.';
    case '42501':
      return 'The role in DATABASE_URL may not make tables; it should own the database.';
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return 'No Postgres answers at the address in DATABASE_URL.';
    case 'EADDRINUSE':
      return `${portOf(error)} is taken: is Flagpost running already? PORT chooses another one; the playground takes the one after it as well.`;
    default:
      return null;
  }
}

function portOf(error: object): string {
  return 'port' in error && typeof error.port === 'number' ? `Port ${error.port}` : 'Its port';
}
