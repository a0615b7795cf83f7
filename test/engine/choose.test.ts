import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { chooseBlockLanguage, chooseLanguage, languageOf } from '../../server/src/engine/language/choose.ts';
import type { Language } from '../../server/src/engine/language/language.ts';

const list = (tag: string, name: string): Set<string> =>
  new Set(
    parse(readFileSync(new URL(`../../data/languages/${tag}/${name}.yaml`, import.meta.url), 'utf8')) as string[],
  );
const pack = (tag: string): [string, Language] => [
  tag,
  { tag, functionWords: list(tag, 'function-words'), foreignWords: list(tag, 'foreign-words') } as unknown as Language,
];
const languages = new Map([pack('en'), pack('fr')]);

describe('the language of a draft', () => {
  it.each<[string | null, string]>([
    ['en', 'The cluster holds more chips than its owner has ever said, and it will soon hold twice as many.'],
    ['fr', 'La machine a coûté près de deux milliards, et son propriétaire ne dit pas ce qu’il en fait.'],
    [
      'en',
      '| Chip | Memory | Power |\n|---|---|---|\n| A1 | 80 GB | up to 700 W |\n| B2 | 141 GB with more to come | 900 W, or less |',
    ],
    ['fr', 'Coût de l’entraînement : 6 M€. Durée : 55 jours. Puces : 2 048, dont la moitié en panne.'],
    [null, 'Der Rechner hat rund zwei Milliarden gekostet, und sein Besitzer sagt nicht, was er damit macht.'],
    [
      null,
      'La máquina costó cerca de dos mil millones, y su dueño no dice lo que hace con ella en los Estados Unidos.',
    ],
    [null, 'La macchina è costata circa due miliardi, e il suo proprietario non dice che cosa ne fa nel paese.'],
    [null, 'A máquina custou cerca de dois bilhões, e o seu dono não diz o que faz com ela em São Paulo.'],
    [null, 'De machine heeft ongeveer twee miljard gekost, en de eigenaar zegt niet wat hij met het ding doet.'],
    [null, '这台机器花费了近二十亿美元，而其所有者没有说明用途。'],
    [null, 'この機械は約20億ドルかかったが、所有者は何に使うのか言わない。'],
    [null, 'Машина стоила почти два миллиарда.'],
    [null, '5.6 2048 55'],
    [null, ''],
    ['en', 'El Capitan and Los Alamos share a machine that is the largest of its kind, says the lab in Los Angeles.'],
  ])('%s: %s', (expected, text) => expect(chooseLanguage(text, languages)).toBe(expected));

  it('is what the setting says, then the front matter', () => {
    expect(chooseLanguage('The cost is what it is.', languages, ['fr', 'en'])).toBe('fr');
    expect(chooseLanguage('The cost is what it is.', languages, ['auto', 'fr-CA'])).toBe('fr');
    expect(chooseLanguage('Le coût est ce qu’il est.', languages, ['auto', null, ''])).toBe('fr');
    expect(chooseLanguage('The cost is what it is.', languages, ['de'])).toBe(null);
  });

  it('finds the pack of a regional tag', () => {
    expect(['fr', 'fr-FR', 'FR_ca', 'frp', 'de', ''].map((tag) => languageOf(tag, languages))).toEqual([
      'fr',
      'fr',
      'fr',
      null,
      null,
      null,
    ]);
  });
});

describe('a language that resembles one we know', () => {
  const four = new Map(['en', 'fr', 'de', 'es'].map(pack));
  it.each<[string | null, string]>([
    ['de', 'Der Rechner hat rund zwei Milliarden gekostet, und sein Besitzer sagt nicht, was er damit macht.'],
    ['de', 'Das Unternehmen „Van der Berg“ zahlte 5 Mio. Euro für die Anlage in Den Haag, sagte ein Sprecher.'],
    ['es', 'La máquina costó cerca de dos mil millones, y su dueño no dice lo que hace con ella en São Paulo.'],
    [null, 'De machine heeft ongeveer twee miljard gekost, en de eigenaar zegt niet wat hij met het ding doet.'],
    [
      null,
      'D’Maschinn huet ongeféier zwou Milliarden kascht, an hire Besëtzer seet net, wat hie mat där Maschinn mécht.',
    ],
    [null, 'Maskinen kostede omkring to milliarder, og dens ejer siger ikke, hvad han vil bruge den til i det år.'],
    [null, 'A máquina custou cerca de dois bilhões, e o seu dono não diz o que faz com ela nos Estados Unidos.'],
    [null, 'La macchina è costata circa due miliardi, e il suo proprietario non dice che cosa ne fa nel paese.'],
    [
      null,
      'La màquina va costar prop de dos mil milions, i el seu propietari no diu què en fa, per ara, als Estats Units.',
    ],
  ])('%s: %s', (expected, text) => expect(chooseLanguage(text, four)).toBe(expected));
});

describe('the language of a block', () => {
  it.each<[string | null, string | null, string]>([
    ['fr', 'en', 'Selon le ministre, la France a dépensé plus que ce que ses voisins ont prévu pour cette année.'],
    ['en', 'fr', 'As the minister put it, the country has spent more than its neighbours had planned for this year.'],
    ['en', 'en', 'Total cost: $6M'],
    ['fr', 'fr', 'H100, H800, A100'],
    [null, 'fr', 'Según el ministro, los Estados Unidos gastaron más que sus vecinos con este programa de chips.'],
    [
      null,
      'en',
      'Wie der Minister sagte, hat das Land mehr ausgegeben, als die Nachbarn für dieses Jahr geplant hatten.',
    ],
    ['fr', null, 'Selon le ministre, la France a dépensé plus que ce que ses voisins ont prévu pour cette année.'],
    [null, null, 'Total: $6M'],
  ])('%s in a draft in %s: %s', (expected, draft, text) => {
    expect(chooseBlockLanguage(text, languages, draft)).toBe(expected);
  });
});

it.each(['en', 'fr', 'de', 'es'])('no word votes both for and against %s', (tag) => {
  const { functionWords, foreignWords } = pack(tag)[1];
  expect([...foreignWords!].filter((word) => functionWords.has(word))).toEqual([]);
});
