/**
 * A date of DTM as the tables read it: `day` CCYYMMDD, `start` the first day of a period, `rest` the time of day and zone, `raw`
 * what names no day. `format` is element 2379, absent for 102 (CCYYMMDD).
 */
export interface Moment {
  day?: string;
  start?: string;
  rest?: string;
  raw?: string;
  format?: string;
}

/** Days of a format by how the digits stand; everything behind them is time and zone. Source: UN/EDIFACT code list 2379. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  '2': /^(?<d>\d\d)(?<m>\d\d)(?<y>\d\d)$/,
  '4': /^(?<d>\d\d)(?<m>\d\d)(?<c>\d\d)(?<y>\d\d)$/,
  '101': /^(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)$/,
  '102': /^(?<c>\d\d)(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)$/,
  '201': /^(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)(?<rest>\d{4})$/,
  '202': /^(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)(?<rest>\d{6})$/,
  '203': /^(?<c>\d\d)(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)(?<rest>\d{4})$/,
  '204': /^(?<c>\d\d)(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)(?<rest>\d{6})$/,
  '301': /^(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)(?<rest>\d{4}.{1,5})$/,
  '302': /^(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)(?<rest>\d{6}.{1,5})$/,
  '303': /^(?<c>\d\d)(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)(?<rest>\d{4}.{1,5})$/,
  '205': /^(?<c>\d\d)(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)(?<rest>\d{4}[+-]\d{4})$/,
  '304': /^(?<c>\d\d)(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)(?<rest>\d{6}.{1,5})$/,
};

/** Formats by length, for those who leave 2379 out. */
const BY_LENGTH: Readonly<Record<number, string>> = { 6: '101', 8: '102', 12: '203', 14: '204' };
const PERIOD = '718';
/** Years of two digits below this are of the years from 2000 on, as the trade reads them. */
const CENTURY = 70;

/** Reads a date as written with its format. A week, a month or a duration names no day and stays as it is. */
export function readMoment(text: string, format: string): Moment {
  const value = text.trim();
  if (value === '') return {};
  const known = format.trim() === '' ? (value.length === 16 ? PERIOD : (BY_LENGTH[value.length] ?? '')) : format.trim();
  const named = known === '102' ? {} : { format: known };
  if (known === PERIOD || known === '713') {
    const half = value.length / 2;
    const [start, day] = [
      readMoment(value.slice(0, half), known === PERIOD ? '102' : '201'),
      readMoment(value.slice(half), known === PERIOD ? '102' : '201'),
    ];
    if (start.day === undefined || day.day === undefined || known !== PERIOD) return { raw: value, ...named };
    return { day: day.day, start: start.day, ...named };
  }
  const found = Object.hasOwn(SHAPES, known) ? SHAPES[known]?.exec(value)?.groups : undefined;
  if (found === undefined) return { ...(Object.hasOwn(SHAPES, known) ? { day: value } : { raw: value }), ...named };
  const { c, y = '', m, d, rest } = found;
  const century = c ?? (Number(y) < CENTURY ? '20' : '19');
  return { day: `${century}${y}${m}${d}`, ...(rest === undefined ? {} : { rest }), ...named };
}

/** The date as written, and its format. Without a format it is a day, or a period when it has a start. */
export function writeMoment({ day = '', start, rest = '', raw, format }: Moment): { text: string; format: string } {
  if (raw !== undefined) return { text: raw, format: format ?? '' };
  if (start !== undefined) return { text: `${start}${day}`, format: PERIOD };
  const known = format ?? '102';
  const shape = SHAPES[known]?.source ?? '';
  const short = day.slice(2);
  if (!/^\d{8}$/.test(day)) return { text: `${day}${rest}`, format: known };
  if (known === '2') return { text: `${day.slice(6)}${day.slice(4, 6)}${day.slice(2, 4)}`, format: known };
  if (known === '4') return { text: `${day.slice(6)}${day.slice(4, 6)}${day.slice(0, 4)}`, format: known };
  return { text: `${shape.includes('<c>') ? day : short}${rest}`, format: known };
}
