/**
 * SQLSTATE classes 08 (connection), 40 (rolled back: somebody else's locks were in the way), 57P (shutting down, not yet up),
 * 53 (out of resources); node's socket errors; pg's own.
 */
export function isConnectionFault(error: unknown): boolean {
  const code = sqlState(error);
  if (code !== undefined && /^(08|40|57P|53|25P03|E[A-Z]+$)/.test(code)) return true;
  return rootMessages(error).some((message) =>
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|client was closed|not queryable/i.test(
      message,
    ),
  );
}

/** Two waited for each other, and Postgres rolled this one back: what it was to do may be done again. */
export function isVictim(error: unknown): boolean {
  return ['40001', '40P01'].includes(sqlState(error) ?? '');
}

/** drizzle wraps what pg threw: the code is in its `cause`. */
function sqlState(error: unknown): string | undefined {
  for (let it = error; it instanceof Error; it = it.cause) {
    if ('code' in it && typeof it.code === 'string') return it.code;
  }
  return undefined;
}

function rootMessages(error: unknown): string[] {
  const messages: string[] = [];
  for (let it = error; it instanceof Error; it = it.cause) messages.push(it.message);
  return messages;
}
