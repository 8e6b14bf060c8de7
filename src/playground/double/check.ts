/** Says what is wrong with a value, in Slack's words: `must be … [json-pointer:/blocks/0/text/text]`. */
export type Check = (value: unknown, at: string) => string[];
/** A rule about several keys of an object. */
type Law = (value: Record<string, unknown>, at: string) => string[];

export const fault = (words: string, at: string): string[] => [`${words} [json-pointer:${at}]`];

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const flag: Check = (value, at) =>
  typeof value === 'boolean' ? [] : fault('must be of type boolean', at);

export const date: Check = (value, at) =>
  new Date(`${String(value)}T00:00Z`).toJSON()?.slice(0, 10) === value
    ? []
    : fault('must be a date as YYYY-MM-DD', at);

/** Slack says `characters` and not how it counts them: code points here, so that an emoji is one. */
export function charactersIn(text: string): number {
  return Array.from(text).length;
}

/** Not empty, unless `min` is 0: Slack refuses empty texts nearly everywhere. */
export function chars(max: number, min = 1): Check {
  return (value, at) => {
    if (typeof value !== 'string') return fault('must be of type string', at);
    const length = charactersIn(value);
    if (length > max) return fault(`must be less than ${max + 1} characters`, at);
    return length < min ? fault(`must be more than ${min - 1} characters`, at) : [];
  };
}

export const amount: Check = (value, at) =>
  typeof value === 'number' ? [] : fault('must be of type number', at);

export const share: Check = (value, at) =>
  Number(value) > 0 ? amount(value, at) : fault('must be more than 0', at);

export function upTo(max: number): Check {
  return (value, at) => (Number(value) > max ? fault(`must be at most ${max}`, at) : []);
}

export function atLeast(min: number): Check {
  return (value, at) => (Number(value) >= min ? [] : fault(`must be at least ${min}`, at));
}

export function word(...allowed: unknown[]): Check {
  return (value, at) => (allowed.includes(value) ? [] : fault(`must be one of ${allowed.join(', ')}`, at));
}

export function list(each: Check, max = Infinity, min = 1): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return fault('must be of type array', at);
    if (value.length > max) return fault(`no more than ${max} items allowed`, at);
    if (value.length < min) return fault(`no less than ${min} items allowed`, at);
    return value.flatMap((one, index) => each(one, `${at}/${index}`));
  };
}

/** An object with just these keys; one that ends in `?` may be missing. `law` is asked once all fit. */
export function fields(of: Record<string, Check>, law: Law = () => []): Check {
  return (value, at) => {
    if (!isObject(value)) return fault('must be of type object', at);
    const faults = Object.entries(of).flatMap(([name, check]) => {
      const key = name.replace('?', '');
      if (value[key] !== undefined) return check(value[key], `${at}/${key}`);
      return key === name ? fault(`missing required field: ${key}`, at) : [];
    });
    const strange = Object.keys(value).filter((key) => !(key in of) && !(`${key}?` in of));
    faults.push(...strange.flatMap((key) => fault(`invalid additional property: ${key}`, at)));
    return faults.length > 0 ? faults : law(value, at);
  };
}

/** An object of one of these kinds, told apart by `type`. */
export function typed(kinds: Record<string, Check>): Check {
  return (value, at) => {
    const { type, ...rest } = isObject(value) ? value : {};
    const check = kinds[String(type)];
    return check ? check(rest, at) : fault(`unsupported type: ${String(type)}`, `${at}/type`);
  };
}
