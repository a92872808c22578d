import type { ApprovalBasis } from '../../../../graphql/generated/graphql';
import { listOf } from '../../../url';

/** Approval bases in the order people ask for them. */
export const approvalBases: readonly ApprovalBasis[] = ['OEM', 'PMA', 'TSO', 'STANDARD', 'COMMERCIAL', 'TEARDOWN', 'DER_REPAIR'];

/** Bases as the URL holds them, parted by blanks; what is none is left out. */
export const basesOf = (text: string | undefined): ApprovalBasis[] => {
  const named = listOf(text);
  return approvalBases.filter((basis) => named.includes(basis));
};
