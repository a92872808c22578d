import type { Party } from '../../canonical/party.js';
import type { RuleView } from '../../grammar/message.js';

/** Before writing: N1 holds one identifier of a party and two lines of its address; the others are reported by name. */
export function fitParties(parties: Readonly<Record<string, Party | undefined>>, report: RuleView['report']): void {
  for (const [key, party] of Object.entries(parties)) {
    if (party === undefined) continue;
    keepFirst(party.identifiers, 1, { at: `${key}.identifiers[]`, report });
    if (party.address !== undefined) keepFirst(party.address.lines, 2, { at: `${key}.address.lines[]`, report });
  }
}

/** Before writing: a list with room for a few keeps its first items. */
export function keepFirst(
  list: unknown[] | undefined,
  room: number,
  { at, report }: { at: string; report: RuleView['report'] },
): void {
  if (list === undefined || list.length <= room) return;
  list.splice(room);
  report({
    at,
    code: 'NOT_EXPRESSED',
    message: `The set has room for ${room} of ${at}; the others were not written.`,
    severity: 'info',
  });
}

/** After reading: lines without a number take their position, which is said. */
export function numberLines(
  lines: readonly { number?: string }[],
  at: (index: number) => string,
  report: RuleView['report'],
): void {
  lines.forEach((line, index) => {
    if (line.number !== undefined) return;
    line.number = String(index + 1);
    report({
      at: at(index),
      code: 'LINE_NUMBER_ASSUMED',
      message: 'The line has no number; its position is taken.',
      severity: 'warning',
    });
  });
}

/** Before writing: one text per part; a part without description is described by its name. */
export function describe(lines: readonly { item: { description?: string; name?: string } }[]): void {
  for (const { item } of lines) {
    if (item.description !== undefined || item.name === undefined) continue;
    item.description = item.name;
    delete item.name;
  }
}

/** Before writing: LIN and IT1 name a part by a number. */
export function mustName(
  lines: readonly { item: { supplierPart?: string; buyerPart?: string; manufacturerPart?: string; gtin?: string } }[],
  report: RuleView['report'],
): void {
  lines.forEach(({ item }, index) => {
    if (item.supplierPart ?? item.buyerPart ?? item.manufacturerPart ?? item.gtin) return;
    report({ at: `lines[${index}].item`, code: 'ITEM_NOT_IDENTIFIED', message: 'The set needs a number of the item.' });
  });
}

/** After reading: what names no currency is in US dollars, which is said. */
export function assumeCurrency(document: { currency?: string }, report: RuleView['report']): void {
  if (document.currency !== undefined) return;
  document.currency = 'USD';
  report({
    at: 'CUR02',
    code: 'CURRENCY_ASSUMED',
    message: 'The document names no currency; US dollars are assumed.',
    severity: 'warning',
  });
}

/** Characters of NTE02. */
const NOTE_MAX = 80;

/** Before writing: notes in pieces of a segment each, parted between words where there are any. */
export function wrapNotes(notes: readonly string[]): string[] {
  return notes.flatMap((note) => {
    const pieces: string[] = [];
    let rest = note.trim();
    while (rest.length > NOTE_MAX) {
      const space = rest.lastIndexOf(' ', NOTE_MAX);
      const cut = space > 0 ? space : NOTE_MAX;
      pieces.push(rest.slice(0, cut).trimEnd());
      rest = rest.slice(cut).trimStart();
    }
    return rest === '' ? pieces : [...pieces, rest];
  });
}
