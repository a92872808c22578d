import { one, type Work } from '#libs/platform';

/** The number both parties call an agreement by; undefined without one, and when the actor is none of them. */
export async function agreementNumber(work: Work, id: string | null): Promise<string | undefined> {
  if (id === null) return undefined;
  return (await one<{ number: string }>(work, 'select a.number from supply.agreement a where a.id = $1', [id]))?.number;
}
