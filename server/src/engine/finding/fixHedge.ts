import { fold, foldChar } from '../text/fold.ts';
import { type Bench, type Proposal, plainEdit, textArg } from './fixBench.ts';

/** 'possède' does not end in the link 'de'. */
const LETTER = /\p{L}/u;

/** Says of an amount on which sources disagree that it is approximate. */
export function hedge(bench: Bench): Proposal[] {
  const { claim, block, language } = bench;
  const { quantity } = claim;
  const word = language.claim.spoken.get('hedge:approx');
  if (!word || quantity.op !== 'eq' || quantity.hedge) return [];
  const { link, linkVowel, vowels } = language.quantity.phrasing;
  const { start } = quantity;
  const elides = link !== '' && vowels.includes(foldChar(word.charAt(0)));
  const linked =
    elides &&
    fold(block.text.slice(start - link.length, start)) === fold(link) &&
    !LETTER.test(block.text.charAt(start - link.length - 1));
  const text = linked ? `${linkVowel}${word} ` : `${word} `;
  const edit = plainEdit(bench, linked ? start - link.length : start, start, text);
  return edit ? [{ kind: 'hedge', titleId: 'fix.hedge', args: textArg(word), edits: [edit] }] : [];
}
