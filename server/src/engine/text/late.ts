/** Runs once, when first asked. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A copy with some of its fields computed when they are read; to every reader it looks like a plain object. */
export function withLate<T extends object, L extends Record<string, () => unknown>>(
  base: T,
  fields: L,
): Omit<T, keyof L> & { readonly [K in keyof L]: ReturnType<L[K]> } {
  const out: Record<string, unknown> = {};
  // fields of the base that are late themselves stay so
  for (const key of Object.keys(base)) if (!Object.hasOwn(fields, key)) out[key] = base[key as keyof T];
  for (const [key, get] of Object.entries(fields)) {
    Object.defineProperty(out, key, { get, enumerable: true, configurable: true });
  }
  return out as never;
}
