import type { TenderNotice } from '../canonical/sourcing/tender-notice.js';
import type { Rule, RuleView } from '../grammar/message.js';

/** What a release must say wherever it says anything: an id. */
export const whole: Rule<TenderNotice> = {
  name: 'whole',
  says: 'A release says at least one thing it is. A tender and each item of a list has an id, which stands there once; who is named stands among the parties.',
  decoded: (notice, { report }) => check(notice, report),
  encoding: (notice, report) => check(notice, report),
};

function check(notice: TenderNotice, report: RuleView['report']): void {
  const missing = (at: string, message: string) => report({ at, code: 'VALUE_MISSING', message });
  if (notice.stages.length === 0) missing('tag', 'A release must say what it is.');
  if (notice.tender !== undefined && notice.tender.id === undefined) missing('tender/id', 'The tender needs an id.');
  for (const [at, items] of listsOf(notice)) {
    items.forEach(({ id }, index) => {
      if (id === undefined) missing(`${at}[${index + 1}]/id`, 'Each item of this list needs an id.');
    });
    if (new Set(items.map(({ id }) => id)).size < items.length)
      report({ at, code: 'ID_TWICE', message: `An id stands twice in ${at}.`, severity: 'warning' });
  }
  for (const id of strangersOf(notice))
    report({
      at: 'parties',
      code: 'PARTY_NOT_LISTED',
      message: `The party ${id.slice(0, 100)} is named and not listed.`,
      severity: 'warning',
    });
}

type Lists = [string, readonly { id?: string }[]][];

function listsOf({ parties, tender, awards, contracts }: TenderNotice): Lists {
  const of = (at: string, holder: object, keys: readonly string[]): Lists =>
    keys.map((key) => [`${at}/${key}`, (holder as Record<string, { id?: string }[]>)[key] ?? []]);
  return [
    ['parties', parties],
    ['awards', awards],
    ['contracts', contracts],
    ...(tender === undefined ? [] : of('tender', tender, ['items', 'lots', 'documents'])),
    ...awards.flatMap((award, index) => of(`awards[${index + 1}]`, award, ['items', 'documents'])),
    ...contracts.flatMap((contract, index) => of(`contracts[${index + 1}]`, contract, ['items', 'documents'])),
  ];
}

function strangersOf({ parties, buyer, tender, awards }: TenderNotice): string[] {
  const known = new Set(parties.map(({ id }) => id));
  const named = [buyer, tender?.procuringEntity, ...(tender?.tenderers ?? []), ...awards.flatMap(({ suppliers }) => suppliers)];
  return [...new Set(named.flatMap((party) => party?.id ?? []))].filter((id) => !known.has(id));
}
