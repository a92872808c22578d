/**
 * How well a language serves a reader, 0 the best: as wanted, of the same tongue and script, of the same tongue; all of that for his first
 * language before the next; then of no language, English, any.
 * `wanted` and `offered` are language tags; Chinese without a script is read by its region (TW, HK and MO write traditional script).
 */
export function languageRank(wanted: readonly string[], offered: string): number {
  if (offered === '') return 3;
  const ranks = wanted.flatMap((tag, place) => {
    const rank = single(tag, offered);
    return rank < 3 ? [(place * 3 + rank) / wanted.length] : [];
  });
  return Math.min(single('en', offered) <= 2 ? 4 : 5, ...ranks);
}

function single(wanted: string, offered: string): number {
  if (wanted.toLowerCase() === offered.toLowerCase()) return 0;
  const [a, b] = [tongue(wanted), tongue(offered)];
  if (a.language !== b.language) return 5;
  return a.script === b.script ? 1 : 2;
}

function tongue(tag: string): { language: string; script: string } {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  if (language !== 'zh') return { language, script: '' };
  const traditional = rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) && !rest.includes('hans');
  return { language, script: traditional ? 'hant' : 'hans' };
}

/** Of each series of one organisation the version that serves the reader best; order is kept. */
export function inLanguage<T extends { orgId: string; kind: string; series: string; language: string }>(
  contents: readonly T[],
  wanted: readonly string[],
): T[] {
  const best = new Map<string, T>();
  for (const content of contents) {
    const key = `${content.orgId} ${content.kind} ${content.series}`;
    const known = best.get(key);
    if (!known || languageRank(wanted, content.language) < languageRank(wanted, known.language)) best.set(key, content);
  }
  return [...best.values()];
}
