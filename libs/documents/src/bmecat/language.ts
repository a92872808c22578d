import { attributeOf, type Fragment } from './fragment.js';

// ISO 639-2 codes that BMEcat catalogues name, bibliographic and terminological, with their two-letter form.
const TWO_LETTERS = new Map(
  'deu de|ger de|eng en|zho zh|chi zh|fra fr|fre fr|ita it|spa es|por pt|nld nl|dut nl|pol pl|ces cs|cze cs|slk sk|slo sk|hun hu|ron ro|rum ro|swe sv|dan da|nor no|fin fi|rus ru|ukr uk|tur tr|jpn ja|kor ko|ell el|gre el|hrv hr|slv sl|bul bg|est et|lav lv|lit lt'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Two-letter language of a BMEcat language code (deu, GER, de-DE, EN); undefined for an empty or unknown one. */
export function twoLetterLanguage(code: string): string | undefined {
  const plain = code.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  if (/^[a-z]{2}$/.test(plain)) return plain;
  return TWO_LETTERS.get(plain);
}

/** Three-letter terminological code that BMEcat writes for a two-letter language. Throws RangeError for one it has none for. */
export function threeLetterLanguage(code: string): string {
  for (const [three, two] of TWO_LETTERS) if (two === code) return three;
  throw new RangeError(`no BMEcat language for ${code}`);
}

/** Texts of elements by language: the `lang` attribute, else the catalogue's own. The first text of a language counts. */
export function byLanguage(elements: readonly Fragment[], fallback: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const element of elements) {
    const text = element.text.trim();
    const language = twoLetterLanguage(attributeOf(element, 'lang') ?? '') ?? fallback;
    if (text !== '' && texts[language] === undefined) texts[language] = text;
  }
  return texts;
}
