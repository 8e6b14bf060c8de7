/** Slack's ids of the fifty workspaces. */
export const teams: readonly string[] = Array.from(
  { length: 50 },
  (_, index) => `T0BENCH${String(index).padStart(3, '0')}`,
);
