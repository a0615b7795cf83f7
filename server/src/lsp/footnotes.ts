import { footnotesOf, withFootnote } from '../engine/index.ts';
import { type DressedClaim, type DressedFix, fixTitle } from '../present/messages.ts';
import type { Checked } from './checker.ts';

/** `fixes`: those the footnote is to stand among, the claim's own where none are given. */
type FixesOf = (claim: DressedClaim, fixes?: readonly DressedFix[]) => readonly DressedFix[];

const made = new WeakMap<Checked, FixesOf>();

/** A claim's fixes with the footnote among its citations: made when asked for, a keystroke asks for none. */
export function fixesWithFootnote(checked: Checked): FixesOf {
  const old = made.get(checked);
  if (old) return old;
  const { report, document, world, locale } = checked;
  const footnote = footnotesOf(report, document.getText(), world);
  const fresh: FixesOf = (claim, fixes = claim.fixes) => {
    const fix = footnote(claim);
    return withFootnote(fixes, fix && { ...fix, title: fixTitle(fix.titleId, fix.args, locale) });
  };
  made.set(checked, fresh);
  return fresh;
}
