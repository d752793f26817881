/**
 * The one thing of this name in the process, made when it is first asked for. The framework loads a file more than once (for
 * pages, for addresses that are no page, for the start) and our own server loads it again: a pool or a count must still be one.
 */
export function once<T>(name: string, make: () => T): T {
  const kept: { [place: symbol]: unknown } = globalThis;
  return (kept[Symbol.for(`sempre.${name}`)] ??= make()) as T;
}
