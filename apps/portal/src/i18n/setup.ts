import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { answerIn } from '../graphql/client';

/** The portal's languages by their own names. */
export const languages = [
  { tag: 'en', name: 'English' },
  { tag: 'zh-CN', name: '简体中文' },
  { tag: 'zh-TW', name: '繁體中文' },
] as const;
export type LanguageTag = (typeof languages)[number]['tag'];

const files = import.meta.glob<{ default: Record<string, unknown> }>('./*/*.json');
const remembered = 'entrepot.language';

function preferred(): LanguageTag {
  const stored = localStorage.getItem(remembered);
  const wanted = stored ? [stored] : navigator.languages;
  for (const tag of wanted) {
    if (/^zh\b.*(TW|HK|MO|Hant)/i.test(tag)) return 'zh-TW';
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

/** Areas load with the page that needs them; `shell` and `codes` are needed everywhere. */
async function loadLanguage(tag: string): Promise<void> {
  const own = Object.entries(files).filter(([file]) => file.startsWith(`./${tag}/`));
  await Promise.all(
    own.map(async ([file, load]) => {
      const area = file.split('/')[2]!.replace('.json', '');
      if (!i18next.hasResourceBundle(tag, area)) i18next.addResourceBundle(tag, area, (await load()).default);
    }),
  );
}

/** Names of partners and parts are Chinese in English pages too. Only the glyphs that are shown are fetched. */
const fonts: Record<string, () => Promise<unknown>> = {
  en: () => import('./fonts-sc'),
  'zh-CN': () => import('./fonts-sc'),
  'zh-TW': () => Promise.all([import('./fonts-tc'), import('./fonts-sc')]),
};

export async function chooseLanguage(tag: LanguageTag): Promise<void> {
  await loadLanguage(tag);
  await i18next.changeLanguage(tag);
  answerIn(tag);
  document.documentElement.lang = tag;
  localStorage.setItem(remembered, tag);
  void fonts[tag]?.();
}

export async function startLanguages(): Promise<void> {
  const tag = preferred();
  await i18next.use(initReactI18next).init({
    lng: tag,
    fallbackLng: 'en',
    ns: [],
    defaultNS: 'shell',
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await Promise.all([loadLanguage('en'), chooseLanguage(tag)]);
}
