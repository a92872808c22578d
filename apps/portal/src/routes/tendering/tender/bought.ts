import type { TenderOfBuyerQuery } from '../../../graphql/generated/graphql';

/** A tender as its buyer reads it. */
export type BoughtTender = NonNullable<TenderOfBuyerQuery['tender']>;

export interface RunningProps {
  tender: BoughtTender;
  moved: () => Promise<void>;
}
