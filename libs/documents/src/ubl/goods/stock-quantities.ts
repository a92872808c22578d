import type { StockKind, StockLine, StockQuantity, StockReport } from '../../canonical/goods/stock-report.js';
import type { RuleView } from '../../grammar/message.js';

/** Lines that this hub parted (7, 7-2, 7-3) become one again; a sender's own lines stay as they are. */
export function gatherQuantities(stock: StockReport, now: StockKind): StockLine[] {
  const lines: StockLine[] = [];
  for (const line of stock.lines) {
    for (const quantity of line.quantities) readKind(quantity, { now, issuedOn: stock.issuedOn });
    const before = lines[lines.length - 1];
    const isMore = before !== undefined && line.number === `${before.number}-${before.quantities.length + 1}`;
    if (isMore && isSamePlace(before, line)) before.quantities.push(...line.quantities);
    else lines.push(line);
  }
  return lines;
}

/** What comes later is inbound. The code of the format tells whether the part is new or discontinued, not what the quantity is. */
function readKind(quantity: StockQuantity, { now, issuedOn }: { now: StockKind; issuedOn: string }): void {
  quantity.kind = quantity.on !== undefined && quantity.on > issuedOn ? 'inbound' : now;
}

/** A line for each quantity the report has a meaning for; the others are reported. */
export function partQuantities(stock: StockReport, { now, report }: { now: StockKind; report: RuleView['report'] }): StockLine[] {
  return stock.lines.flatMap((line, index) => {
    const said = line.quantities.filter(({ kind, on }) => kind === now || (kind === 'inbound' && on !== undefined));
    for (const { kind } of line.quantities.filter((quantity) => !said.includes(quantity)))
      report({
        at: `lines[${index}].quantities[]`,
        code: 'NOT_EXPRESSED',
        message: `The report has no place for a quantity of the kind "${kind}"; it was not written.`,
        severity: 'info',
      });
    return said.map((quantity, part) => ({
      ...structuredClone(line),
      ...(part === 0 ? {} : { number: `${line.number}-${part + 1}`, note: [] }),
      quantities: [quantity],
    }));
  });
}

function isSamePlace(a: StockLine, b: StockLine): boolean {
  const place = ({ item, location, lot, serial, condition }: StockLine) =>
    JSON.stringify([item, location, lot, serial, condition]);
  return place(a) === place(b);
}
