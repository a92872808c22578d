import { text } from '../grammar/field.js';
import { type LoadedRow, type Message, message } from '../grammar/message.js';

/** Which release's tables read a set: those of 005010 groups of that release and later, those of 004010 all older ones. `version` is GS08. */
export function x12ReleaseOf(version: string): '004010' | '005010' {
  return /^00[5-9]/.test(version) ? '005010' : '004010';
}

/** Element 127, reference identification: fifty characters from 004030 on. */
const longReference = text(1, 50);

/**
 * A set of 004010 as 005010 has it. Of what the tables name the later release widens references (element 127); its new segments are
 * kept unread. Source: ASC X12 005010, data element dictionary.
 */
export function inRelease005010<T>(table: Message<T>): Message<T> {
  const later = message<T>({ ...table.table, release: '005010', source: table.table.source.replace('004010', '005010') });
  return { ...later, rows: later.rows.map(widened) };
}

function widened(row: LoadedRow): LoadedRow {
  const { steps, leaf } = row.address;
  const isReference = steps.at(-1)?.name === 'REF' && leaf.key === '02' && row.field.says.startsWith('text');
  return isReference ? { ...row, field: longReference as LoadedRow['field'] } : row;
}
