/** What a row or a catalogue says about a manufacturer: a code (CAGE, or the partner's own), a name, or both. */
export interface ManufacturerClaim {
  code?: string;
  name?: string;
}

/**
 * The key under which a manufacturer is found: `C:` and the code, else `N:` and the name in capitals with blanks for
 * punctuation (Æro-Tech, Inc. -> N:ÆRO TECH INC). undefined when neither says anything. The code wins: names are shared,
 * codes are not. Two claims are never merged because they look alike; only the operator maps one name to another.
 */
export function manufacturerAlias(claim: ManufacturerClaim): string | undefined {
  const code = claim.code?.trim().toUpperCase();
  if (code) return `C:${code.slice(0, codeMax)}`;
  const name = manufacturerName(claim.name ?? '');
  return name ? `N:${name}` : undefined;
}

/** The keys of what a reader calls a manufacturer: he types a code or a name, and need not say which. */
export function makerAliases(text: string): string[] {
  return [manufacturerAlias({ code: text }), manufacturerAlias({ name: text })].flatMap((alias) => alias ?? []);
}

/** Longest code or name of a manufacturer that is kept; the database holds the same bound. */
const codeMax = 120;

function manufacturerName(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e]+/gu, ' ')
    .trim()
    .slice(0, codeMax)
    .trim();
}
