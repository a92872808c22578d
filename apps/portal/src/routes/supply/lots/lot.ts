import type { OwnLotFragment, OwnLotsQuery } from '../../../graphql/generated/graphql';

export type OwnLot = OwnLotFragment;
export type Promised = OwnLotsQuery['promisedOffers']['nodes'][number];

/** What one does to the lots of the page. */
export type Doing =
  | { what: 'lot'; lot?: OwnLot }
  | { what: 'paste' }
  | { what: 'papers'; lotId: string }
  | { what: 'promise'; offer?: Promised };

/** Serial or lot number: what a lot is called. */
export const calledOf = ({ serialNumber, lotNumber }: Pick<OwnLot, 'serialNumber' | 'lotNumber'>): string =>
  [serialNumber, lotNumber].filter(Boolean).join(' / ');
