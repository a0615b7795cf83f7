import { StringDecoder } from 'node:string_decoder';

/** One line of a stream, without its end; null: longer than the limit, its text was dropped. */
export type Line = string | null;

/** Splits a stream of bytes into lines, holding no more than one line of at most `longest` UTF-16 units. */
export async function* splitLines(stream: AsyncIterable<Buffer | string>, longest: number): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  let tooLong = false;
  const take = (piece: string): void => {
    length += piece.length;
    if (length > longest) {
      tooLong = true;
      parts = [];
    } else parts.push(piece);
  };
  const finish = (): Line => {
    const line = tooLong ? null : parts.join('').replace(/\r$/, '');
    parts = [];
    length = 0;
    tooLong = false;
    return line;
  };
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      take(text.slice(from, end));
      yield finish();
      from = end + 1;
    }
    take(text.slice(from));
  }
  take(decoder.end());
  if (length > 0) yield finish();
}
