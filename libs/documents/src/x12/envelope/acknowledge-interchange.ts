import type { InterchangeAcknowledgement } from '../../canonical/acknowledgement.js';
import type { Decoded, Problem } from '../../canonical/problem.js';
import { decodeTree } from '../../grammar/decode.js';
import { interchangeAcknowledgementTa1 } from '../interchange-acknowledgement-ta1.js';
import { treeOf } from '../tree.js';
import type { X12Interchange } from './read-interchange.js';

/** Problems of an envelope by element I18, the gravest first. */
const NOTES: readonly (readonly [string, string, (problem: Problem) => boolean])[] = [
  ['018', 'rejected', ({ at, code }) => at === 'ISA' && code === 'X12_CONTROL_NUMBER'],
  ['023', 'acceptedWithErrors', ({ code }) => code === 'X12_NO_TRAILER'],
  ['001', 'acceptedWithErrors', ({ at, code }) => at === 'IEA' && code === 'X12_CONTROL_NUMBER'],
  ['021', 'acceptedWithErrors', ({ code }) => code === 'X12_GROUP_COUNT'],
  [
    '022',
    'acceptedWithErrors',
    ({ code }) => ['X12_NO_GROUP', 'X12_SEGMENT_OUTSIDE', 'X12_SET_COUNT', 'X12_CONTROL_NUMBER'].includes(code),
  ],
];

/**
 * The TA1 that an interchange asks for by ISA14; undefined when it asks for none, or is itself nothing but acknowledgements, which
 * are never acknowledged. It tells of the envelope alone, so what is wrong with a set changes nothing in it.
 */
export function acknowledgeInterchange(interchange: X12Interchange): InterchangeAcknowledgement | undefined {
  const { control, date, time, groups, acknowledgements, acknowledgementRequested } = interchange;
  if (!acknowledgementRequested || (groups.length === 0 && acknowledgements.length > 0)) return undefined;
  const about = { kind: 'interchangeAcknowledgement', control, date, time } as const;
  if (!/^\d{1,9}$/.test(control)) return { ...about, control: '0', status: 'rejected', note: '018' };
  if (!/^\d{6}$/.test(date)) return { ...about, date: '000000', status: 'acceptedWithErrors', note: '014' };
  if (!/^\d{4}$/.test(time)) return { ...about, time: '0000', status: 'acceptedWithErrors', note: '015' };
  const found = NOTES.find(([, , is]) => interchange.problems.some(is));
  if (found === undefined) return { ...about, status: 'accepted', note: '000' };
  return { ...about, status: found[1] as InterchangeAcknowledgement['status'], note: found[0] };
}

/** Every TA1 that stands in an interchange. Never throws. */
export function readInterchangeAcknowledgements(interchange: X12Interchange): Decoded<InterchangeAcknowledgement>[] {
  return interchange.acknowledgements.map((segment) => {
    const { structure } = interchangeAcknowledgementTa1.table;
    const rules = structure.syntax === 'x12' ? structure.segments : [];
    const { root, problems } = treeOf([segment], rules, interchange.separators);
    const { document, problems: found } = decodeTree(interchangeAcknowledgementTa1, root);
    return { ...(document === undefined ? {} : { document }), problems: [...problems, ...found] };
  });
}
