/** On what approval a part may be installed (trade-rules 10). */
export const approvalBases = ['OEM', 'PMA', 'TSO', 'STANDARD', 'COMMERCIAL', 'TEARDOWN', 'DER_REPAIR'] as const;
export type ApprovalBasis = (typeof approvalBases)[number];

/** Spellings that files use, in capitals without anything else; `catalog.approval_basis` of the database knows the same. */
const spellings: Readonly<Record<string, ApprovalBasis>> = {
  OEM: 'OEM',
  PAH: 'OEM',
  OEMPAH: 'OEM',
  PMA: 'PMA',
  FAAPMA: 'PMA',
  TSO: 'TSO',
  TSOA: 'TSO',
  ETSO: 'TSO',
  FAATSO: 'TSO',
  STANDARD: 'STANDARD',
  STANDARDPART: 'STANDARD',
  STD: 'STANDARD',
  COMMERCIAL: 'COMMERCIAL',
  COMMERCIALPART: 'COMMERCIAL',
  COTS: 'COMMERCIAL',
  TEARDOWN: 'TEARDOWN',
  PARTOUT: 'TEARDOWN',
  DERREPAIR: 'DER_REPAIR',
  DER: 'DER_REPAIR',
};

/** The approval basis that a file means by a text; undefined when it is none of the known spellings. Nothing is guessed. */
export function approvalBasisOf(text: string): ApprovalBasis | undefined {
  const letters = text.toUpperCase().replaceAll(/[^A-Z]/g, '');
  return Object.hasOwn(spellings, letters) ? spellings[letters] : undefined;
}
