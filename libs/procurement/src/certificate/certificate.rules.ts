import { add, compare, type DecimalText, type LocalDate } from '#libs/kernel';
import type { CertificateFlag } from './certificate.entity.js';

/** What a receiving check looks at (parts-model, rule 13). */
export const checkItems = ['STATUS_BLOCK', 'PART_NUMBER', 'SERIAL', 'QUANTITY', 'APPROVAL_NUMBER', 'SIGNATURE', 'DATE'] as const;
/** Needed besides when both release blocks are required. */
export const dualReleaseItem = 'DUAL_RELEASE';
export type CheckItem = (typeof checkItems)[number] | typeof dualReleaseItem;

/** Kinds that release an article: their number, issuer and date must be on file. */
const releases = new Set([
  'FAA_8130_3',
  'EASA_FORM_1',
  'UK_CAA_FORM_1',
  'JAA_FORM_ONE',
  'TCCA_24_0078',
  'CASA_917',
  'CAAC_038',
  'ANAC_F_100_01',
]);

export interface StatedDocument {
  number?: string | null | undefined;
  issuer?: string | null | undefined;
  datedOn?: LocalDate | null | undefined;
  partNumber?: string | null | undefined;
  lotNumber?: string | null | undefined;
  serialNumber?: string | null | undefined;
  dualRelease: boolean;
  quantity: DecimalText;
}

export interface DocumentContext {
  kind: string;
  dualRelease: boolean;
  lineQuantity: DecimalText;
  /** Every number that the line calls its part by. */
  partNumbers: readonly string[];
  lots: readonly { lotNumber: string | null; serialNumber: string | null; quantity: DecimalText | null }[];
  today: LocalDate;
}

/** What is odd about a document beside its line, for the eyes of the reviewer; an odd one is still attached. */
export function flagsOf(stated: StatedDocument, context: DocumentContext): CertificateFlag[] {
  const { lots } = context;
  const flags: [CertificateFlag, boolean][] = [
    ['PART_DIFFERS', stated.partNumber != null && !context.partNumbers.map(plain).includes(plain(stated.partNumber))],
    [
      'SERIAL_DIFFERS',
      differs(
        stated.serialNumber,
        lots.map(({ serialNumber }) => serialNumber),
      ),
    ],
    [
      'LOT_DIFFERS',
      differs(
        stated.lotNumber,
        lots.map(({ lotNumber }) => lotNumber),
      ),
    ],
    ['QUANTITY_ABOVE_LINE', compare(stated.quantity, context.lineQuantity) > 0],
    ['QUANTITY_ABOVE_LOT', aboveLot(stated, lots)],
    ['DUAL_RELEASE_MISSING', context.dualRelease && !stated.dualRelease],
    ['NUMBER_MISSING', releases.has(context.kind) && stated.number == null],
    ['ISSUER_MISSING', releases.has(context.kind) && stated.issuer == null],
    ['DATE_MISSING', releases.has(context.kind) && stated.datedOn == null],
    ['DATED_IN_FUTURE', stated.datedOn != null && stated.datedOn > context.today],
  ];
  return flags.flatMap(([flag, stands]) => (stands ? [flag] : []));
}

/** The items that were not ticked; one can only accept what was looked at whole. */
export function missingItems(ticked: readonly string[], dualRelease: boolean): CheckItem[] {
  return [...checkItems, ...(dualRelease ? [dualReleaseItem] : [])].filter((item): item is CheckItem => !ticked.includes(item));
}

function differs(stated: string | null | undefined, known: readonly (string | null)[]): boolean {
  const names = known.filter((name): name is string => name !== null).map(plain);
  return stated != null && names.length > 0 && !names.includes(plain(stated));
}

/** Whether a document covers more than the line has of its lots; what was named without a quantity bounds nothing. */
function aboveLot(stated: StatedDocument, lots: DocumentContext['lots']): boolean {
  const quantities = lots.filter((lot) => isOf(stated, lot)).map(({ quantity }) => quantity);
  if (quantities.length === 0 || quantities.includes(null)) return false;
  return (
    compare(
      stated.quantity,
      quantities.reduce<DecimalText>((sum, one) => add(sum, one ?? '0'), '0'),
    ) > 0
  );
}

function isOf(stated: StatedDocument, lot: { lotNumber: string | null; serialNumber: string | null }): boolean {
  const same = (a: string | null | undefined, b: string | null) => a != null && b !== null && plain(a) === plain(b);
  return same(stated.serialNumber, lot.serialNumber) || same(stated.lotNumber, lot.lotNumber);
}

/** Numbers are compared as written, but for case and blanks. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toUpperCase();
