import { readdirSync, readFileSync } from 'node:fs';

export type Tag = 'en' | 'zh-CN' | 'zh-TW';
type Nested = { [key: string]: string | Nested };

const portal = new URL('../../apps/portal/src/i18n/', import.meta.url);
const libs = new URL('../../libs/', import.meta.url);

/** Sentences of one language by `area:key.of.it`. */
export function sentences(tag: Tag): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(new URL(`${tag}/`, portal))) {
    flatten(
      JSON.parse(readFileSync(new URL(`${tag}/${file}`, portal), 'utf8')) as Nested,
      `${file.replace('.json', '')}:`,
      found,
    );
  }
  return found;
}

/** The hub's own sentences about errors, which the portal shows as they come; letters are in the language of who gets them. */
export function hubSentences(tag: Tag): Map<string, string> {
  const found = new Map<string, string>();
  for (const lib of readdirSync(libs)) {
    const file = new URL(`${lib}/messages/${tag}.json`, libs);
    try {
      flatten(JSON.parse(readFileSync(file, 'utf8')) as Nested, `${lib}:`, found);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  for (const key of [...found.keys()]) if (/:Mail[A-Z]/.test(key)) found.delete(key);
  return found;
}

function flatten(node: Nested, prefix: string, into: Map<string, string>): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') into.set(prefix + key, value);
    else flatten(value, `${prefix}${key}.`, into);
  }
}

const hole = /\{\{[^}]*\}\}/g;

/**
 * Tells whether a text on a page that speaks another language is one of our English sentences (with anything in its holes), or a key that found no
 * sentence. Sentences that are the same in both languages (a name, `CSV`) and those that are nearly all hole say nothing.
 */
export function englishIn(tag: Tag): (text: string) => boolean {
  const translated = sentences(tag);
  const english = [...sentences('en'), ...hubSentences('en')].filter(
    ([key, text]) =>
      translated.get(key) !== text &&
      (text.replace(hole, ' ').match(/[A-Za-z]{3,}/g)?.length ?? 0) >= (text.includes('{{') ? 2 : 1),
  );
  const exact = new Set(english.filter(([, text]) => !text.includes('{{')).map(([, text]) => text));
  const shapes = english
    .filter(([, text]) => text.includes('{{'))
    .map(([, text]) => new RegExp(`^${text.split(hole).map(escaped).join('.+')}$`));
  const keys = new Set(
    [...sentences('en').keys()].map((key) => key.slice(key.indexOf(':') + 1)).filter((key) => key.includes('.')),
  );
  return (text) => exact.has(text) || keys.has(text) || shapes.some((shape) => shape.test(text));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** As text: this project's tests are compiled without the types of a browser. Gives what a reader sees or hears: texts, labels, placeholders, titles. */
export const visibleTexts = `(() => {
  const found = new Set();
  const seen = (element) => element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.replace(/\\s+/g, ' ').trim();
    if (text && !['STYLE', 'SCRIPT', 'NOSCRIPT'].includes(node.parentElement.tagName) && seen(node.parentElement)) found.add(text);
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
    if (!seen(element)) continue;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) if (element.getAttribute(name)) found.add(element.getAttribute(name).trim());
  }
  return [...found];
})()`;
