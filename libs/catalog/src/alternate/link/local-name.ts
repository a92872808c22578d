/** The name in the language of the reader, else in English, else in any. */
export function localName(names: Readonly<Record<string, string>>, language: string): string {
  return names[language] ?? names['en'] ?? Object.values(names)[0] ?? '';
}
