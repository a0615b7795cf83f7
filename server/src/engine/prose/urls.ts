/** Where a URL ends at the latest; brackets, quotes and CJK marks are taken for the text around it. */
const STOPS = /[\s<>"`[\]\u00AB\u00BB\u201C\u201D\u3000-\u303F\uFF00-\uFF65]/;
const TRAILING = /[.,;:!?'\u2019*_~]/;
const WORD = /[\w.+-]/;
const MAX_LENGTH = 4000;
const MAX_ADDRESS = 64;

/**
 * End of the URL (`scheme://…`, `www.…`) or mail address that starts at `at`, or -1. To be asked where a word starts;
 * asked there, a text costs linear time.
 */
export function urlEnd(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && i - at < MAX_ADDRESS && WORD.test(text.charAt(i))) i++;
  const next = text.charAt(i);
  if (next === '@' && i > at) return addressEnd(text, i + 1, limit);
  const scheme = next === ':' && i > at + 1 && text.startsWith('//', i + 1) && WORD.test(text.charAt(i + 3));
  if (!scheme && !(text.startsWith('www.', at) && i > at + 5)) return -1;
  const far = Math.min(limit, at + MAX_LENGTH);
  let open = 0;
  while (i < far && !STOPS.test(text.charAt(i))) {
    if (text.charAt(i) === '(') open++;
    else if (text.charAt(i) === ')') open--;
    i++;
  }
  for (; i > at; i--) {
    const last = text.charAt(i - 1);
    if (last === ')' && open < 0) open++;
    else if (!TRAILING.test(last)) break;
  }
  return i;
}

/** End of the host of a mail address that starts at `at`, or -1: it holds a dot. */
function addressEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && end - at < MAX_ADDRESS && /[\w.-]/.test(text.charAt(end))) end++;
  while (end > at && !/\w/.test(text.charAt(end - 1))) end--;
  return text.slice(at, end).includes('.') ? end : -1;
}
