import type { Draft } from './draft.ts';
import type { Reader } from './reader.ts';

/** Signs of two currencies take the one that the block names elsewhere by a word, a code or another sign. */
export function settleSigns(r: Reader, drafts: readonly Draft[]): readonly Draft[] {
  const { sharedSigns } = r.words;
  if (sharedSigns.size === 0 || !drafts.some((draft) => draft.money)) return drafts;
  const signOf = ({ money, quantity: { unitSpan } }: Draft): string | null =>
    money && unitSpan && unitSpan.end === unitSpan.start + 1 ? r.text.charAt(unitSpan.start) : null;
  const signs = drafts.map(signOf);
  const named = new Set(
    drafts.flatMap((one, at) => (one.money && !sharedSigns.has(signs[at] ?? '') ? [base(one)] : [])),
  );
  return drafts.map((draft, at) => {
    const candidates = sharedSigns.get(signs[at] ?? '');
    const meant = candidates?.filter((currency) => named.has(currency)) ?? [];
    if (meant.length !== 1 || meant[0] === base(draft)) return draft;
    const unit = draft.quantity.unit.replace(base(draft), meant[0]!);
    const amount = draft.amount && { ...draft.amount, unit };
    return { ...draft, amount, quantity: { ...draft.quantity, unit } };
  });
}

const base = (draft: Draft): string => draft.quantity.unit.split('/')[0]!;
