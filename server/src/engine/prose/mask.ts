import { HIDDEN, OPAQUE } from './block.ts';

/** Line breaks become spaces, one unit for one unit. */
export function joinLines(text: string): string {
  if (!text.includes('\n') && !text.includes('\r')) return text;
  return text.replaceAll('\r\n', ` ${HIDDEN}`).replace(/[\r\n]/g, ' ');
}

/**
 * Writes the masked text of the stretch [from, to) of a source, left to right. Positions are the source's;
 * a change that begins before the last one ended is cut, so the length always stays that of the stretch.
 */
export class Mask {
  readonly #source: string;
  readonly #to: number;
  #at: number;
  #out = '';

  constructor(source: string, from: number, to: number) {
    this.#source = source;
    this.#at = from;
    this.#to = to;
  }

  #fill(from: number, to: number, first: string, rest: string): void {
    const start = Math.max(from, this.#at);
    const end = Math.min(to, this.#to);
    if (start >= end) return;
    this.#out += joinLines(this.#source.slice(this.#at, start));
    this.#out += (start === from ? first : rest) + rest.repeat(end - start - 1);
    this.#at = end;
  }

  /** Transparent: nothing stands here for a reader. */
  hide(from: number, to: number): void {
    this.#fill(from, to, HIDDEN, HIDDEN);
  }

  /** Unreadable: something stands here that is no prose. */
  close(from: number, to: number): void {
    this.#fill(from, to, OPAQUE, OPAQUE);
  }

  /** One character (one or two units) stands for the whole of [from, to). */
  put(from: number, to: number, character: string): void {
    if (character.length > to - from || from < this.#at) {
      this.hide(from, to);
      return;
    }
    for (let i = 0; i < character.length; i++) {
      const last = i === character.length - 1;
      this.#fill(from + i, last ? to : from + i + 1, character.charAt(i), HIDDEN);
    }
  }

  /** The masked text up to the end of the stretch. */
  finish(): string {
    this.#out += joinLines(this.#source.slice(this.#at, this.#to));
    this.#at = this.#to;
    return this.#out;
  }
}
