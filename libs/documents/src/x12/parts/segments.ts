import { loop, optional, type SegmentRule, segment } from '../../grammar/structure.js';

// Segments and loops of release 004010 that several sets share. Counts are the standard's where it bounds them.

/** A name with its address, references and contacts. */
export const nameLoop = (max: number): SegmentRule =>
  loop(segment('N1', 0, max), [
    segment('N2', 0, 2),
    segment('N3', 0, 2),
    segment('N4', 0, 100),
    ...optional('NX2 REF PER SI DTM FOB SCH TD1 TD5 TD3 TD4 QTY PKG MSG'),
  ]);

/** A reference with its texts. */
export const referenceLoop: SegmentRule = loop(segment('N9', 0, 1000), optional('DTM MEA MSG'));

/** An allowance or charge. */
export const chargeLoop: SegmentRule = loop(segment('SAC', 0, 25), optional('CUR CTP'));

/** The header of an order and of its answer, behind the beginning segment. */
export const header: readonly SegmentRule[] = [
  ...optional('CUR REF PER TAX FOB CTP PAM CSH TC2'),
  chargeLoop,
  ...optional('ITD DIS INC DTM LDT LIN SI PID MEA PWK PKG TD1 TD5 TD3 TD4 MAN PCT CTB TXI MSG'),
  loop(segment('AMT', 0, 100_000), optional('REF DTM PCT FA1 FA2')),
  referenceLoop,
  nameLoop(200),
  loop(segment('LM', 0, 100_000), optional('LQ')),
  loop(segment('SPI', 0, 100_000), optional('REF DTM MSG CB1')),
  loop(segment('ADV', 0, 100_000), optional('DTM MTX')),
];

/** What may stand below a line, in the order of the standard; `answers` are the loops only an acknowledgement has. */
export function lineSegments(answers: readonly SegmentRule[]): SegmentRule[] {
  return [
    ...optional('LIN SI CUR CN1 PO3'),
    loop(segment('CTP', 0, 100_000), optional('CUR')),
    ...optional('PAM MEA'),
    loop(segment('PID', 0, 1000), optional('MEA')),
    ...optional('PWK PO4 REF PER'),
    chargeLoop,
    ...optional('IT8 CSH ITD DIS INC TAX FOB SDQ IT3 DTM LDT TC2 TD1 TD5 TD3 TD4'),
    ...answers,
    ...optional('PCT MAN MSG SPI TXI CTB'),
    loop(segment('QTY', 0, 100_000), optional('SI')),
    loop(segment('SCH', 0, 200), optional('TD1 TD5 TD3 TD4 REF')),
    loop(segment('PKG', 0, 200), optional('MEA')),
    ...optional('LS LE'),
    referenceLoop,
    nameLoop(200),
    loop(segment('SLN', 0, 1000), optional('MSG SI PID PO3 TC2 ADV DTM CTP PAM PO4 TAX ACK N9 SAC QTY N1 N2 N3 N4 REF PER')),
    loop(segment('AMT', 0, 100_000), optional('REF PCT')),
    loop(segment('LM', 0, 100_000), optional('LQ')),
  ];
}

/** Totals at the end. */
export const totals: SegmentRule = loop(segment('CTT', 0, 1), optional('AMT'));
