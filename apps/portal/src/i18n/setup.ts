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

/** What the pages before the sign-in say; the rest loads with the shell. */
const openAreas = new Set(['shell', 'ui', 'account']);
let areas: 'open' | 'all' = 'open';

async function loadLanguage(tag: string): Promise<void> {
  const areaOf = (file: string): string => file.split('/')[2]!.replace('.json', '');
  const own = Object.entries(files).filter(([file]) => file.startsWith(`./${tag}/`));
  const wanted = own.filter(([file]) => areas === 'all' || openAreas.has(areaOf(file)));
  await Promise.all(
    wanted.map(async ([file, load]) => {
      if (!i18next.hasResourceBundle(tag, areaOf(file))) i18next.addResourceBundle(tag, areaOf(file), (await load()).default);
    }),
  );
}

/** Everything the pages behind the sign-in say, in the language of now. */
export async function loadAllAreas(): Promise<void> {
  areas = 'all';
  await loadLanguage(i18next.language);
}

/** Names of partners and parts are Chinese in English pages too. Only the glyphs that are shown are fetched. */
const fonts: Record<string, () => Promise<unknown>> = {
  en: () => import('./fonts-sc'),
  'zh-CN': () => import('./fonts-sc'),
  'zh-TW': () => Promise.all([import('./fonts-tc'), import('./fonts-sc')]),
};

const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 2_000 });
  else setTimeout(run, 300);
};

export async function chooseLanguage(tag: LanguageTag): Promise<void> {
  await loadLanguage(tag);
  await i18next.changeLanguage(tag);
  answerIn(tag);
  document.documentElement.lang = tag;
  localStorage.setItem(remembered, tag);
  whenIdle(() => void fonts[tag]?.());
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
  await chooseLanguage(tag);
}
