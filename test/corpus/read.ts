import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Corpus, isCorpusFile, readCorpus } from '../../server/src/eval/corpus.ts';

export const folder: string = fileURLToPath(new URL('./', import.meta.url));

/** Every file of passages of this folder, by its path below it. */
export function corpusFiles(): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(names.filter(isCorpusFile).map((name) => [name, readFileSync(`${folder}${name}`, 'utf8')]));
}

export const corpus = (): Corpus => readCorpus(corpusFiles());
