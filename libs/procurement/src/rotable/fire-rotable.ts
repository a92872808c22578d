import { NotFound, one, type Work } from '#libs/platform';

/**
 * Fires everything of a core or repair that is due at the work's clock and has not fired: warnings, lateness, late fees, the bill, each
 * once whoever asks and how often. Gives how many. For the clock, in the name of either party. Throws NotFound.
 */
export async function fireRotable(work: Work, input: { buyerId: string; rotableId: string }): Promise<number> {
  const answer = await one<{ fired: number }>(work, 'select procurement.fire_rotable($1, $2, $3) as fired', [
    input.buyerId,
    input.rotableId,
    work.now,
  ]);
  if (!answer) throw new NotFound(`core or repair ${input.rotableId}`);
  return answer.fired;
}
