const REACH = 600;

/**
 * End of the template tag or attribute list that starts at `at` ('{'), or -1: `{{ … }}`, `{% … %}`, `{# … #}`,
 * comments of MDX, `{: … }`, `{#id .class}`. What stands in it is code. Looks at most REACH units ahead.
 */
export function templateEnd(text: string, at: number): number {
  const kind = text.charAt(at + 1);
  if (kind === '' || !'{%#/:.'.includes(kind) || (kind === '/' && text.charAt(at + 2) !== '*')) return -1;
  if ((kind === '.' || kind === ':') && !/[\s\w#.-]/.test(text.charAt(at + 2))) return -1;
  const close = kind === '{' ? '}}' : kind === '%' ? '%}' : kind === '/' ? '*/}' : '}';
  const end = text.slice(at + 2, at + REACH).indexOf(close);
  return end < 0 ? -1 : at + 2 + end + close.length;
}
