import type { LotInput, Trace } from '../../../graphql/generated/graphql';
import { cellsOf, dayOf, figureOf } from '../read-cells';

/** A pasted lot with the line of the text it stands on. */
export interface PastedLot {
  line: number;
  lot: LotInput;
}

const traces: readonly string[] = ['YES', 'NAV', 'NAP'];

/**
 * Reads pasted lots, columns parted by tabs or semicolons: number, place, lot, serial, condition, certificates (parted by commas or plus signs),
 * trace, usable until, quantity. Gives the lines that say something else, too.
 */
export function readLots(text: string): { lots: PastedLot[]; unreadable: number[] } {
  const lots: PastedLot[] = [];
  const unreadable: number[] = [];
  for (const { line, cells } of cellsOf(text)) {
    const [supplierPart, location, lotNumber, serialNumber, condition, certificates = '', trace = '', until = '', amount = ''] =
      cells;
    const quantity = figureOf(amount);
    const shelfLifeOn = until === '' ? null : dayOf(until);
    const known = traces.includes(trace.toUpperCase());
    if (
      !supplierPart ||
      !location ||
      !(lotNumber || serialNumber) ||
      !condition ||
      !known ||
      !quantity ||
      shelfLifeOn === undefined
    ) {
      unreadable.push(line);
      continue;
    }
    const kinds = certificates.split(/[,+]/).map((kind) => kind.trim().toUpperCase());
    const lot: LotInput = {
      supplierPart,
      location,
      lotNumber: lotNumber || null,
      serialNumber: serialNumber || null,
      condition: condition.toUpperCase(),
      certificates: kinds.filter(Boolean),
      trace: trace.toUpperCase() as Trace,
      shelfLifeOn,
      quantity,
    };
    lots.push({ line, lot });
  }
  return { lots, unreadable };
}
