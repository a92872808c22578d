import type { StandstillWholeFragment } from '../../../graphql/generated/graphql';

type Told = Pick<StandstillWholeFragment, 'failedAt' | 'concludedAt' | 'takenBackAt'> & {
  challenges: readonly Pick<StandstillWholeFragment['challenges'][number], 'decision'>[];
};

/** What of the decisions that wait is the buyer's to do, whatever the other lots are at. */
export function unsettled(standstills: readonly Told[]): { challenged: boolean; notMade: boolean } {
  const waiting = standstills.filter(({ concludedAt, takenBackAt }) => !concludedAt && !takenBackAt);
  return {
    challenged: waiting.some(({ challenges }) => challenges.some(({ decision }) => !decision)),
    notMade: waiting.some(({ failedAt }) => failedAt),
  };
}
