/** Runs once, when first asked. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

type Fields = Readonly<Record<string, () => unknown>>;

const FIELDS: unique symbol = Symbol();
/** One getter a name for all objects: with getters of their own, each would be laid out anew and slowly. */
const GETTERS = new Map<string, PropertyDescriptor>();

function getter(key: string): PropertyDescriptor {
  const known = GETTERS.get(key);
  if (known) return known;
  const made: PropertyDescriptor = {
    get(this: { readonly [FIELDS]: Fields }): unknown {
      return this[FIELDS][key]?.();
    },
    enumerable: true,
    configurable: true,
  };
  GETTERS.set(key, made);
  return made;
}

/**
 * A copy with some of its fields computed when they are read; to every reader it looks like a plain object. What the
 * base has of those fields is not read.
 */
export function withLate<T extends object, L extends Fields>(
  base: T,
  fields: L,
): Omit<T, keyof L> & { readonly [K in keyof L]: ReturnType<L[K]> } {
  const out: Record<string, unknown> = {};
  for (const key in base) if (!(key in fields)) out[key] = base[key];
  Object.defineProperty(out, FIELDS, { value: fields });
  for (const key in fields) Object.defineProperty(out, key, getter(key));
  return out as never;
}
