import { randomUUID } from 'node:crypto';
import type { Result } from '#libs/kernel';
import {
  acceptPartnership,
  admitMember,
  bootstrapOperator,
  createOrganization,
  Letters,
  type Organization,
  organizationById,
  type Partnership,
  proposePartnership,
  type SetTolerancesInput,
  type Site,
  saveRole,
  saveSite,
  setTolerances,
} from '#libs/organizations';
import { type OrganizationRole, Sentences, systemActor, type UnitOfWork, type UserActor } from '#libs/platform';

/** What a factory needs of a test's database. */
export interface OnDatabase {
  unitOfWork: UnitOfWork;
}

/** Letters in plain English to a hub that nobody visits. */
export const letters = new Letters(Sentences.load(), { url: 'https://hub.example.test' });

/** The value of a Result that must be a success; throws with the codes otherwise. */
export function expectOk<T>(result: Result<T, { code: string }>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.errors.map((error) => error.code).join(', ')}`);
}

let counter = 0;
const operators = new WeakMap<object, Promise<string>>();

/** The operator's organisation of this database, founded on first use. */
export function makeOperator(db: OnDatabase): Promise<string> {
  const known = operators.get(db) ?? foundOperator(db);
  operators.set(db, known);
  return known;
}

async function foundOperator(db: OnDatabase): Promise<string> {
  const made = await bootstrapOperator(db.unitOfWork, { email: 'operator@hub.example.test', name: 'Hub Operator' }, letters);
  return made.organizationId;
}

interface OrganizationOverride {
  roles?: OrganizationRole[];
  name?: string;
  country?: string;
  currency?: string;
  cage?: string;
  gln?: string;
  duns?: string;
  peppolId?: string;
}

/** An active organisation, founded by the operator; a buyer in Germany that trades in euros unless told otherwise. */
export async function makeOrganization(db: OnDatabase, override: OrganizationOverride = {}): Promise<Organization> {
  const card = {
    roles: ['BUYER'] as OrganizationRole[],
    name: `Organisation ${++counter}`,
    country: 'DE',
    currency: 'EUR',
    ...override,
  };
  const operatorId = await makeOperator(db);
  if (card.roles.length === 1 && card.roles[0] === 'OPERATOR' && !override.name) {
    return db.unitOfWork.read(systemActor(operatorId), (work) => organizationById(work, operatorId));
  }
  return expectOk(await db.unitOfWork.run(systemActor(operatorId), (work) => createOrganization(work, card)));
}

interface MemberOverride {
  /** Exactly these, by a role made for this member. */
  permissions?: string[];
  /** Names of roles; ADMIN unless permissions are given. */
  roles?: string[];
  email?: string;
  name?: string;
  /** Without one the member cannot sign in, and the test is 50 ms faster. */
  password?: string;
  locale?: 'en' | 'zh-CN' | 'zh-TW';
}

/** A member as an actor with exactly the rights that his roles give; his session is made up, sign in for a real one. */
export async function makeMember(
  db: OnDatabase,
  org: Pick<Organization, 'id' | 'roles'>,
  override: MemberOverride = {},
): Promise<UserActor> {
  const number = ++counter;
  const { permissions, roles: named, ...person } = override;
  const filled = { email: `member${number}@example.test`, name: `Member ${number}`, ...person };
  return db.unitOfWork.run(systemActor(org.id), async (work) => {
    // A member without any right is one whose only role was taken from him.
    const roles = permissions
      ? permissions.length > 0
        ? [expectOk(await saveRole(work, { name: `Role ${number}`, permissions })).name]
        : ['VIEWER']
      : (named ?? ['ADMIN']);
    const { memberId, personId } = expectOk(await admitMember(work, { ...filled, roles }));
    const held = permissions ?? (await permissionsOf(work, org.roles, roles));
    return Object.freeze({
      kind: 'user' as const,
      orgId: org.id,
      userId: personId,
      memberId,
      sessionId: randomUUID(),
      permissions: new Set(held),
      roles: org.roles,
    });
  });
}

async function permissionsOf(
  work: Parameters<Parameters<UnitOfWork['run']>[1]>[0],
  kinds: string[],
  roles: string[],
): Promise<string[]> {
  const [row] = (await work.tx.query('select organizations.permissions_of($1::text[], $2::text[]) as held', [kinds, roles])) as {
    held: string[];
  }[];
  return row?.held ?? [];
}

/** An active site of the organisation: ship-to and bill-to unless told otherwise. */
export async function makeSite(
  db: OnDatabase,
  org: Pick<Organization, 'id'>,
  override: Partial<Pick<Site, 'code' | 'name' | 'kinds' | 'address' | 'gln'>> = {},
): Promise<Site> {
  const number = ++counter;
  const address = { lines: [`Hangar Road ${number}`], city: 'Hamburg', region: null, postalCode: '21129', country: 'DE' };
  const site = {
    code: `SITE-${number}`,
    name: `Site ${number}`,
    kinds: ['SHIP_TO' as const, 'BILL_TO' as const],
    address,
    ...override,
  };
  return expectOk(await db.unitOfWork.run(systemActor(org.id), (work) => saveSite(work, site)));
}

interface PartnershipOverride {
  tolerance?: Omit<SetTolerancesInput, 'supplierId' | 'expectedVersion'>;
  accountNumber?: string;
  paymentTerms?: string;
}

/** An active partnership, proposed by the buyer and accepted by the supplier; with `tolerance` the buyer's private limits are set too. */
export async function makePartnership(
  db: OnDatabase,
  buyer: Pick<Organization, 'id'>,
  supplier: Pick<Organization, 'id'>,
  override: PartnershipOverride = {},
): Promise<Partnership> {
  const { tolerance, ...terms } = override;
  const proposed = expectOk(
    await db.unitOfWork.run(systemActor(buyer.id), (work) =>
      proposePartnership(work, { partnerId: supplier.id, side: 'BUYER', ...terms }),
    ),
  );
  const answer = { buyerId: buyer.id, supplierId: supplier.id, expectedVersion: proposed.version };
  const active = expectOk(await db.unitOfWork.run(systemActor(supplier.id), (work) => acceptPartnership(work, answer)));
  if (tolerance) {
    expectOk(
      await db.unitOfWork.run(systemActor(buyer.id), (work) =>
        setTolerances(work, { ...tolerance, supplierId: supplier.id, expectedVersion: 0 }),
      ),
    );
  }
  return active;
}
