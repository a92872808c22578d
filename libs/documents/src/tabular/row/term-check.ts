import type { CatalogueRow, CatalogueTerms } from '../../canonical/catalogue.js';
import type { Findings } from './findings.js';
import type { RowDraft } from './row-draft.js';
import { oneLine, readDate } from './row-values.js';

const priceKinds: Words<'firm' | 'budget' | 'quote'> = {
  firm: 'firm|fixed|fest|festpreis|固定|确定|確定',
  budget: 'budget|estimate|budgetary|richtpreis|schatzpreis|预算|預算|参考|參考',
  quote: 'quote|rfq|on request|por|auf anfrage|anfrage|询价|詢價',
};
const breakModes: Words<'whole' | 'graduated'> = {
  whole: 'whole|all units|all|volume|gesamt|gesamtmenge|整单|整單|全部',
  graduated: 'graduated|tiered|incremental|gestaffelt|stufen|分段|累进|累進',
};

/**
 * Reads the terms of a row. What decides about money or about who sees the offer refuses the row when it cannot be read; days that are
 * none are left out. A price update takes only what belongs to the price.
 */
export function checkTerms(draft: RowDraft, row: CatalogueRow, findings: Findings): void {
  if (draft.terms === undefined && draft.charges.length === 0) return;
  const said = draft.terms ?? {};
  const terms: CatalogueTerms = {
    ...word('priceKind', read(findings, 'priceKind', { text: said.priceKind, words: priceKinds })),
    ...word('heldUntil', day(findings, said.heldUntil)),
    ...word('breakMode', read(findings, 'breakMode', { text: said.breakMode, words: breakModes })),
  };
  if (row.action !== 'price') {
    Object.assign(terms, word('returnableDays', findings.wholeDays(said.returnableDays ?? '', 'returnableDays')));
    Object.assign(terms, word('cancelDays', findings.wholeDays(said.cancelDays ?? '', 'cancelDays')));
    if (said.audience !== undefined) terms.audience = oneLine(said.audience);
    const charges = draft.charges.flatMap((charge) => chargeOf(charge, findings));
    if (charges.length > 0) terms.charges = charges;
  }
  if (Object.keys(terms).length > 0) row.terms = terms;
}

type Words<T extends string> = Readonly<Record<T, string>>;

const word = <K extends keyof CatalogueTerms>(key: K, value: CatalogueTerms[K] | undefined): CatalogueTerms =>
  value === undefined ? {} : { [key]: value };

function read<T extends string>(
  findings: Findings,
  field: 'priceKind' | 'breakMode',
  { text, words }: { text: string | undefined; words: Words<T> },
): T | undefined {
  if (text === undefined) return undefined;
  const asked = oneLine(text).toLowerCase();
  const found = (Object.entries(words) as [T, string][]).find(([, list]) => list.split('|').includes(asked));
  if (!found) findings.add('TERM_UNKNOWN', field, { values: { value: text, expected: Object.keys(words).join(', ') } });
  return found?.[0];
}

function day(findings: Findings, text: string | undefined): CatalogueTerms['heldUntil'] {
  if (text === undefined) return undefined;
  const { dateFormat } = findings.habits;
  const found = readDate(text, dateFormat);
  if (found === undefined) findings.add('DATE_INVALID', 'heldUntil', { values: { value: text, expected: dateFormat } });
  return found;
}

function chargeOf({ column, ...charge }: RowDraft['charges'][number], findings: Findings): CatalogueTerms['charges'] & object {
  const amount = findings.number(charge.amount, 'charges', column);
  if (amount === undefined) return [];
  if (amount.charCodeAt(0) === 45) {
    findings.add('NUMBER_NEGATIVE', 'charges', { values: { value: charge.amount }, column });
    return [];
  }
  // Nothing to pay is no charge.
  return /[1-9]/.test(amount) ? [{ ...charge, amount }] : [];
}
