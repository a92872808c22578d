import { one, type Work } from '#libs/platform';

/** The number both parties call an agreement by; undefined when the actor is none of them. */
export async function agreementNumber(work: Work, id: string): Promise<string | undefined> {
  return (await one<{ number: string }>(work, 'select a.number from supply.agreement a where a.id = $1', [id]))?.number;
}
