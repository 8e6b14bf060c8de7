import type { personAt, workspaceAt } from './control.ts';

/** The same acts over HTTP: each resolves to what it returns there, or rejects with the same words. */
type Remote<Acts> = {
  [Act in keyof Acts]: Acts[Act] extends (...input: infer Input) => infer Result
    ? (...input: Input) => Promise<Awaited<Result>>
    : never;
};
export type PersonAtSlack = Remote<ReturnType<typeof personAt>> & { name: string };
export type Visit = Remote<ReturnType<typeof workspaceAt>> & { person(name: string): PersonAtSlack };

/** The workspace at that address, for those who act in it or run it. What they can do: `control.ts`. */
export function visit(url: string): Visit {
  const person = (name: string) =>
    remote(`${url}/control/${encodeURIComponent(name)}/`, { name }) as PersonAtSlack;
  return remote(`${url}/control/`, { person }) as Visit;
}

/** Every name but its own keys is an act to ask for. `then` is none, so that the whole can be awaited. */
function remote(url: string, own: object): object {
  return new Proxy(own, {
    get: (_, act) => {
      if (Object.hasOwn(own, act) || typeof act === 'symbol' || act === 'then') return Reflect.get(own, act);
      return (...input: unknown[]) => ask(url + act, input);
    },
  });
}

async function ask(url: string, input: unknown[]): Promise<unknown> {
  const body = JSON.stringify(input, (_, value: unknown) =>
    value instanceof RegExp ? { source: value.source, flags: value.flags } : value,
  );
  const response = await fetch(url, { method: 'POST', body });
  const answer = (await response.json()) as { result?: unknown; error?: string };
  if (!response.ok) throw new Error(answer.error);
  return answer.result;
}
