import type { TenderOfBuyerFragment } from '../../../graphql/generated/graphql';

/** A line as it is typed. */
export interface TypedLine {
  key: string;
  lot: number;
  partId: string | null;
  partNumber: string;
  description: string;
  quantity: string;
  unit: string;
  needBy: string;
  target: string;
  alternatesAllowed: boolean;
  /** What a draft may carry that this form does not show; it goes back as it came. */
  kept?: { number: string; revision: string | null; targetBasis: string };
}

type KnownLine = TenderOfBuyerFragment['lines'][number];

/** A line of a tender as it is typed; in which lot it stands is for the caller to say. */
export const lineOf = (line: KnownLine, lot: number): TypedLine => ({
  key: line.id,
  lot,
  partId: line.partId ?? null,
  partNumber: line.partNumber ?? '',
  description: line.description,
  quantity: line.quantity.value,
  unit: line.quantity.unit,
  needBy: line.needBy ?? '',
  target: line.target ?? line.ownTarget ?? '',
  alternatesAllowed: line.alternatesAllowed,
  kept: {
    number: line.number,
    revision: line.revision ?? null,
    targetBasis: line.targetBasis ?? line.ownTargetBasis ?? '1',
  },
});
