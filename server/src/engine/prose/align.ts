/**
 * For each of `keys` the entry of `old` with the same key, in order: those before and after an edit match in place,
 * those between by looking them up. Linear.
 */
export function align<T extends { readonly key: unknown }>(
  old: readonly T[],
  keys: readonly unknown[],
): (T | undefined)[] {
  const found: (T | undefined)[] = [];
  let head = 0;
  while (head < keys.length && head < old.length && old[head]!.key === keys[head]) found.push(old[head++]);
  let tail = 0;
  const most = Math.min(keys.length, old.length) - head;
  while (tail < most && old[old.length - 1 - tail]!.key === keys[keys.length - 1 - tail]) tail++;
  const between = new Map<unknown, T>();
  for (let i = head; i < old.length - tail; i++) between.set(old[i]!.key, old[i]!);
  for (let i = head; i < keys.length - tail; i++) found.push(keys[i] === null ? undefined : between.get(keys[i]));
  for (let i = old.length - tail; i < old.length; i++) found.push(old[i]);
  return found;
}
