import type { GateCheckWholeFragment, OrderPapersQuery, PaperWholeFragment } from '../../../../graphql/generated/graphql';
import type { Tone } from '../../../../ui/shown/status';

export type Certificate = PaperWholeFragment;
export type PaperFile = Certificate['files'][number];
export type Check = GateCheckWholeFragment;
export type TakenLot = NonNullable<OrderPapersQuery['order']>['lots'][number];

/** What is being done to a paper of the order. */
export type Doing =
  | { what: 'attach'; certificate: Certificate }
  | { what: 'review'; certificate: Certificate; file: PaperFile }
  | { what: 'waive'; certificate: Certificate }
  | { what: 'release'; check: Check };

export const certificateTones: Record<Certificate['status'], Tone> = {
  REQUIRED: 'attention',
  PROMISED: 'waiting',
  ATTACHED: 'waiting',
  ACCEPTED: 'good',
  REFUSED: 'bad',
  WAIVED: 'quiet',
};
export const checkTones: Record<Check['status'], Tone> = {
  PASSED: 'good',
  OPEN: 'attention',
  SATISFIED: 'good',
  RELEASED: 'quiet',
};

/** What a review looks at, in the order of the form. */
export const checkItems = ['STATUS_BLOCK', 'PART_NUMBER', 'SERIAL', 'QUANTITY', 'APPROVAL_NUMBER', 'SIGNATURE', 'DATE'] as const;

/** Whether nothing can be done with it any more. */
export const isSettled = ({ status }: Certificate): boolean => status === 'ACCEPTED' || status === 'WAIVED';
