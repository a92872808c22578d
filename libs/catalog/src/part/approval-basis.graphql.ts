import { registerEnumType } from '@nestjs/graphql';
import type { ApprovalBasis } from './approval-basis.js';

export const ApprovalBasisEnum = {
  OEM: 'OEM',
  PMA: 'PMA',
  TSO: 'TSO',
  STANDARD: 'STANDARD',
  COMMERCIAL: 'COMMERCIAL',
  TEARDOWN: 'TEARDOWN',
  DER_REPAIR: 'DER_REPAIR',
} as const satisfies Record<ApprovalBasis, ApprovalBasis>;
registerEnumType(ApprovalBasisEnum, {
  name: 'ApprovalBasis',
  description: 'On what approval a part may be installed.',
  valuesMap: {
    OEM: { description: 'Made by the holder of the production approval.' },
    PMA: { description: 'Parts manufacturer approval: its own part, eligible in place of another.' },
    TSO: { description: 'Made under a technical standard order.' },
    STANDARD: { description: 'Made to a published standard.' },
    COMMERCIAL: { description: 'A commercial part.' },
    TEARDOWN: { description: 'Taken from an aircraft or assembly that was parted out.' },
    DER_REPAIR: { description: 'Repaired by data that a designated engineering representative approved.' },
  },
});
