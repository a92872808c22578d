/**
 * A decimal as people type it, as the hub reads it: `2,5` and `2.5`, `1,234.5` and `1.234,5`, `12 000`. undefined when it is no number, and when
 * it may mean two: `1,000` is a thousand to one reader and one to another, so nobody guesses. A point alone is a decimal point, as this portal shows it.
 */
export function typedDecimal(text: string): string | undefined {
  const typed = text.trim().replace(/(?<=\d)[ \u00a0\u202f'](?=\d{3}(?!\d))/g, '');
  if (/^-?\d+(?:\.\d+)?$/.test(typed)) return typed;
  if (/^-?\d{1,3},\d{3}$/.test(typed)) return undefined;
  if (/^-?\d+,\d+$/.test(typed)) return typed.replace(',', '.');
  if (/^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(typed) || /^-?\d{1,3}(?:,\d{3}){2,}$/.test(typed)) return typed.replaceAll(',', '');
  if (/^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(typed)) return typed.replaceAll('.', '').replace(',', '.');
  return undefined;
}

/** The same, or the text itself when it is no number that one can be sure of: the hub refuses it and says where. */
export const decimalOrTyped = (text: string): string => typedDecimal(text) ?? text.trim();
