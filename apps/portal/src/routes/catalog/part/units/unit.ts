import type { PartUnitsQuery } from '../../../../graphql/generated/graphql';

type UnitsPart = NonNullable<PartUnitsQuery['part']>;
export type Content = UnitsPart['content'][number];
type UnitsOffer = UnitsPart['offers'][number];
/** A lot beside the offer it is of. */
export type LotRow = UnitsOffer['lots'][number] & { offer: UnitsOffer };
