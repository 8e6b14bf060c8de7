/** Nothing is set for a process but what `npm start` sets: where its code is kept once it is compiled. */
export function plainEnvironment(): Record<string, string | undefined> {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NODE_COMPILE_CACHE: 'node_modules/.cache/flagpost',
  };
}
