import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createInstance, type i18n } from 'i18next';

/** The languages of the hub; English is the one the others fall back to. */
export const languages = ['en', 'zh-CN', 'zh-TW'] as const;
export type Language = (typeof languages)[number];

const libsFolder = fileURLToPath(new URL('../../../', import.meta.url));

/** Every sentence of every lib in one language, by error code, as `libs/<lib>/messages/<language>.json` hold them. */
export function messagesOf(language: Language, folder = libsFolder): Record<string, string> {
  const all: Record<string, string> = {};
  for (const lib of readdirSync(folder).sort()) {
    const file = `${folder}/${lib}/messages/${language}.json`;
    if (existsSync(file)) Object.assign(all, JSON.parse(readFileSync(file, 'utf8')));
  }
  return all;
}

/** The sentences people read, by code and language. Verbs write none. */
export class Sentences {
  private constructor(private readonly i18n: i18n) {}

  /** Reads the message files of all libs once. */
  static load(folder = libsFolder): Sentences {
    const made = createInstance();
    void made.init({
      lng: 'en',
      fallbackLng: 'en',
      initAsync: false,
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
      resources: Object.fromEntries(languages.map((language) => [language, { translation: messagesOf(language, folder) }])),
    });
    return new Sentences(made);
  }

  /** The sentence for a code with its values filled in; the code itself when nobody wrote one (a house test finds those). */
  of(code: string, language: Language, values: Readonly<Record<string, unknown>> = {}): string {
    return this.i18n.t(code, { ...values, lng: language });
  }
}

const asked = new Map<string, Language>();
/** Browsers send a few dozen different headers; what an attacker invents beyond that is not remembered. */
const askedMax = 500;

/** The language a reader gets for his Accept-Language header: best quality first, zh-Hant, Taiwan, Hong Kong and Macao read zh-TW, other Chinese zh-CN. */
export function languageFor(header: string | undefined): Language {
  if (!header) return 'en';
  const known = asked.get(header);
  if (known) return known;
  const found = negotiate(header.slice(0, 200));
  if (asked.size < askedMax) asked.set(header, found);
  return found;
}

function negotiate(header: string): Language {
  const wishes = header.split(',').map((part, order) => {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';');
    const quality = Number(
      params
        .find((param) => param.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? '1',
    );
    return { tag, quality: Number.isFinite(quality) ? quality : 0, order };
  });
  wishes.sort((a, b) => b.quality - a.quality || a.order - b.order);
  for (const { tag, quality } of wishes) {
    if (quality <= 0) continue;
    if (tag === 'en' || tag.startsWith('en-') || tag === '*') return 'en';
    if (tag === 'zh' || tag.startsWith('zh-')) return /hant|-tw|-hk|-mo/.test(tag) ? 'zh-TW' : 'zh-CN';
  }
  return 'en';
}
