import { isLocalDate } from '#libs/kernel';
import type { CalendarDayInput, InboundLineInput, TransitInput } from '../../../graphql/generated/graphql';

/** Lines of a pasted table or a CSV file as rows, and the lines that are none. */
export interface ReadRows<Row> {
  rows: Row[];
  unreadable: number[];
}

function read<Row>(text: string, rowOf: (cells: string[]) => Row | undefined): ReadRows<Row> {
  const rows: Row[] = [];
  const unreadable: number[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const separator = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
    const row = rowOf(line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')));
    if (row) rows.push(row);
    // The first line may name the columns.
    else if (index > 0) unreadable.push(index + 1);
  });
  return { rows, unreadable };
}

/** `2027-12-25, CLOSED, Christmas`: a day, how it differs (closed when empty), its name. */
export const readDays = (text: string): ReadRows<CalendarDayInput> =>
  read(text, ([date = '', kind = '', name = '']) => {
    const known = ({ '': 'CLOSED', CLOSED: 'CLOSED', OPEN: 'OPEN', WEEK: 'WEEK' } as const)[kind.toUpperCase() as 'CLOSED'];
    return isLocalDate(date) && known ? { day: date, kind: known, name } : undefined;
  });

/** `WICHITA, DE, BY, AIR, 2, WORKING`: place, country, region (each may be empty), method, days, which days. */
export const readTransit = (text: string): ReadRows<TransitInput> =>
  read(text, ([place = '', country = '', region = '', method = '', days = '', kind = '']) => {
    const counted = ({ '': 'CALENDAR', CALENDAR: 'CALENDAR', WORKING: 'WORKING' } as const)[kind.toUpperCase() as 'CALENDAR'];
    const good = /^([A-Za-z]{2})?$/.test(country) && /^[A-Za-z0-9_]{1,20}$/.test(method) && /^\d{1,3}$/.test(days) && counted;
    return good
      ? { place, country: country.toUpperCase(), region, method: method.toUpperCase(), days: Number(days), kind: counted }
      : undefined;
  });

/** `AN3-10, WICHITA, PO-77, 200, 2027-05-01`: part number, place, reference, quantity, day; quantity 0 takes the receipt away. */
export const readInbound = (text: string): ReadRows<InboundLineInput> =>
  read(text, ([supplierPart = '', location = '', reference = '', quantity = '', expectedOn = '']) => {
    const good =
      supplierPart &&
      location &&
      reference &&
      /^\d+(\.\d+)?$/.test(quantity) &&
      (isLocalDate(expectedOn) || Number(quantity) === 0);
    return good ? { supplierPart, location, reference, quantity, expectedOn: expectedOn || null } : undefined;
  });
