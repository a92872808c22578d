import { v7 } from 'uuid';
import { z } from 'zod';
import { checkInput, one, rows, systemActor, type UnitOfWork, type Work } from '#libs/platform';
import { emailField } from '../credential/email.js';
import { type Invited, inviteMember } from '../invitation/invite-member.js';
import type { Letters } from '../letters.js';
import { admitMember } from '../member/admit-member.js';
import { adminRole } from '../member/member.lifecycle.js';
import { cardFields } from './organization.input.js';

const input = z.strictObject({
  email: emailField,
  /** Only from a secret of the deployment; absent, a one-time link is made instead. */
  password: z.string().min(12).max(128).optional(),
  personName: z.string().trim().min(1).max(200).optional(),
  name: cardFields.name.default('Hub operator'),
  country: cardFields.country.default('DE'),
  currency: cardFields.currency.default('EUR'),
});

export type BootstrapOperatorInput = z.input<typeof input>;

/** The operator of the hub, and how his first administrator gets in. */
export type Bootstrapped = { organizationId: string } & (
  | { outcome: 'MEMBER' }
  | { outcome: 'INVITED'; link: string }
  | { outcome: 'EXISTS' }
);

/**
 * Gives an empty hub its operator: the organisation, and its first administrator either with the given password or by a link
 * good for 7 days, which the caller prints. There is no default password. A hub whose operator has members is left alone
 * (EXISTS); one whose link ran out gets a new one. Two callers at once: one founds, the other finds.
 */
export async function bootstrapOperator(
  unitOfWork: UnitOfWork,
  given: BootstrapOperatorInput,
  letters: Letters,
): Promise<Bootstrapped> {
  const wanted = checkInput(input, given);
  const organizationId = await operatorId(unitOfWork, wanted);
  const actor = systemActor(organizationId);
  return unitOfWork.run(actor, async (work): Promise<Bootstrapped> => {
    // Of two consoles at once the second finds the first one's work.
    await rows(work, `select pg_advisory_xact_lock(hashtext('organizations.bootstrap_operator'))`);
    const found = await one<{ n: number }>(
      work,
      `select count(*)::int as n from organizations.member m where m.org_id = $1 and m.status = 'ACTIVE'`,
      [organizationId],
    );
    if (found && found.n > 0) return { organizationId, outcome: 'EXISTS' };
    if (wanted.password === undefined)
      return { organizationId, outcome: 'INVITED', link: (await invite(work, wanted.email, letters)).link };
    const name = wanted.personName ?? wanted.email;
    const admitted = await admitMember(work, { email: wanted.email, name, roles: [adminRole], password: wanted.password });
    if (!admitted.ok) throw new Error(`the first operator was refused: ${admitted.errors.map((error) => error.code).join(', ')}`);
    return { organizationId, outcome: 'MEMBER' };
  });
}

async function invite(work: Work, email: string, letters: Letters): Promise<Invited> {
  const invited = await inviteMember(work, { email, roles: [adminRole] }, letters);
  if (!invited.ok) throw new Error(`the first operator was not invited: ${invited.errors.map((error) => error.code).join(', ')}`);
  return invited.value;
}

/** The operator that is there, or a new one. The founding function locks and refuses a second operator; whoever lost reads again. */
async function operatorId(unitOfWork: UnitOfWork, card: object): Promise<string> {
  const find = () =>
    unitOfWork.guest((work) =>
      one<{ id: string }>(
        work,
        `select o.id from organizations.organization o where 'OPERATOR' = any (o.roles) order by o.created_at, o.id limit 1`,
      ),
    );
  const found = await find();
  if (found) return found.id;
  const id = v7();
  try {
    await unitOfWork.run(systemActor(id), (work) =>
      rows(work, 'select organizations.found_organization($1, $2::jsonb)', [
        id,
        JSON.stringify({ ...card, roles: ['OPERATOR'], password: undefined }),
      ]),
    );
    return id;
  } catch (error) {
    const other = await find();
    if (!other) throw error;
    return other.id;
  }
}
