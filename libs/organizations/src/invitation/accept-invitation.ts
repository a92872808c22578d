import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { type Actor, checkInput, one, systemActor, type UnitOfWork, type Work } from '#libs/platform';
import { hashPassword, weakness } from '../credential/password.js';
import { isSecret, secretHash } from '../credential/secret-token.js';
import { admit } from '../member/admit-member.js';
import type { Organization } from '../organization/organization.entity.js';
import { organizationById } from '../organization/organization.reader.js';
import type { Origin } from '../proof/origin.js';
import { type PasswordDesk, verifyPassword } from '../proof/verify-password.js';
import { faultOf } from '../session/sign-in.js';
import { Invitation } from './invitation.entity.js';
import { lockInvitation } from './invitation.reader.js';

const input = z.strictObject({
  token: z.string().max(200),
  /** Only from a person who is new here. */
  name: z.string().trim().max(200).nullish(),
  /** The password to be, or of a person who is here already and not signed in, his own. */
  password: z.string().max(512).nullish(),
});

export type AcceptInvitationInput = z.input<typeof input>;
export type AcceptInvitationError = Fault<
  'InvitationInvalid' | 'PersonNameMissing' | 'PasswordTooWeak' | 'CredentialsWrong' | 'SignInThrottled' | 'AlreadyMember'
>;

/** Who accepts: the signed-in actor, if any, and where he is. */
export interface Acceptor {
  actor: Actor | undefined;
  origin: Origin;
}

/**
 * Joins the organisation that sent the link. Whoever is new gives a name and a password to be; whoever has an account is signed
 * in as the invited address, or gives his password. Of two who open the link at once one joins.
 * Errors: InvitationInvalid, PersonNameMissing, PasswordTooWeak, CredentialsWrong, SignInThrottled, AlreadyMember. Throws BadInput.
 */
export async function acceptInvitation(
  desk: PasswordDesk,
  given: AcceptInvitationInput,
  by: Acceptor,
): Promise<Result<Organization, AcceptInvitationError>> {
  const { token, name, password } = checkInput(input, given);
  const invited = await invitationBehind(desk.unitOfWork, token);
  if (!invited) return fail(invalid);
  const { email, known } = invited;

  let passwordHash: string | null = null;
  if (known) {
    const signedIn = by.actor?.kind === 'user' && by.actor.userId === known.id;
    const verified = signedIn ? undefined : await verifyPassword(desk, { email, password: password ?? '', origin: by.origin });
    if (verified && verified.outcome !== 'RIGHT') return fail(faultOf(verified, ['password']));
  } else {
    const errors = shortcomings({ email, name: name ?? '', password: password ?? '' });
    if (errors.length > 0) return fail(...errors);
    passwordHash = await hashPassword(password ?? '');
  }
  const person = { email, name: known?.name ?? name ?? '', passwordHash };
  return desk.unitOfWork.run(systemActor(invited.orgId), (work) => join(work, { ...person, token, invitationId: invited.id }));
}

const invalid: AcceptInvitationError = { code: 'InvitationInvalid', path: ['token'] };

function shortcomings({ email, name, password }: { email: string; name: string; password: string }): AcceptInvitationError[] {
  const weak = weakness(password, [name, email.split('@')[0] ?? '']);
  return [...(name === '' ? [{ code: 'PersonNameMissing' as const, path: ['name'] }] : []), ...(weak ? [weak] : [])];
}

interface Joining {
  email: string;
  name: string;
  passwordHash: string | null;
  token: string;
  invitationId: string;
}

async function join(work: Work, joining: Joining): Promise<Result<Organization, AcceptInvitationError>> {
  const invitation = await lockInvitation(work, joining.invitationId);
  const used = await one<{ done: boolean }>(work, `select organizations.use_link($1, 'INVITATION') as done`, [
    secretHash(joining.token),
  ]);
  if (!used?.done || invitation.status !== 'PENDING') return fail(invalid);
  const admitted = await admit(work, { ...joining, roles: invitation.roles, locale: invitation.locale });
  if (!admitted.ok) return admitted;
  await work.tx.update(Invitation, { orgId: invitation.orgId, id: invitation.id }, { status: 'ACCEPTED' });
  return ok(await organizationById(work, invitation.orgId));
}

/** An open invitation as the holder of its link may see it. */
export interface InvitationBehind {
  id: string;
  orgId: string;
  organizationName: string;
  email: string;
  /** The account of the address, when it has one with a password. */
  known: { id: string; name: string } | undefined;
}

/** The open invitation behind a link, undefined when there is none. Holding the link is the right to see it. */
export async function invitationBehind(unitOfWork: UnitOfWork, token: string): Promise<InvitationBehind | undefined> {
  if (!isSecret(token)) return undefined;
  const link = await unitOfWork.guest((work) =>
    one<{ orgId: string; id: string }>(
      work,
      `select org_id as "orgId", subject_id as id from organizations.find_link($1, 'INVITATION')`,
      [secretHash(token)],
    ),
  );
  if (!link) return undefined;
  return unitOfWork.read(systemActor(link.orgId), async (work) => {
    const invitation = await work.tx.findOneBy(Invitation, { orgId: link.orgId, id: link.id, status: 'PENDING' });
    const organization = await organizationById(work, link.orgId);
    if (!invitation || organization.status !== 'ACTIVE') return undefined;
    const person = await one<{ id: string; name: string; passwordHash: string | null }>(
      work,
      `select id, name, password_hash as "passwordHash" from organizations.credentials_of($1, '{}')`,
      [invitation.email],
    );
    const known = person?.passwordHash ? { id: person.id, name: person.name } : undefined;
    return { id: invitation.id, orgId: link.orgId, organizationName: organization.name, email: invitation.email, known };
  });
}
