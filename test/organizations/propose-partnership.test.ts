import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listPartnerships, proposePartnership } from '#libs/organizations';
import { expectOk, makeMember, makeOperator, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('proposePartnership', () => {
  it('writes a proposal that both sides see and nobody else, from either side', async () => {
    const [buyer, supplier, third] = [
      await makeOrganization(db),
      await makeOrganization(db, { roles: ['SUPPLIER'] }),
      await makeOrganization(db),
    ];
    const [buys, sells, other] = [await makeMember(db, buyer), await makeMember(db, supplier), await makeMember(db, third)];
    const terms = {
      accountNumber: 'K-77',
      paymentTerms: '30 days net',
      deliveryTerms: { code: 'FCA' as const, place: 'Hamburg' },
    };
    const made = expectOk(
      await db.unitOfWork.run(sells, (work) => proposePartnership(work, { partnerId: buyer.id, side: 'SUPPLIER', ...terms })),
    );
    expect(made).toMatchObject({
      orgId: buyer.id,
      counterpartyId: supplier.id,
      status: 'PROPOSED',
      proposedBy: supplier.id,
      version: 1,
      ...terms,
    });
    for (const actor of [buys, sells]) expect(await db.unitOfWork.read(actor, listPartnerships)).toEqual([made]);
    expect(await db.unitOfWork.read(other, listPartnerships)).toEqual([]);
  });

  it('makes one partnership of two proposals at once', async () => {
    const [buyer, supplier] = [await makeOrganization(db), await makeOrganization(db, { roles: ['SUPPLIER'] })];
    const [buys, sells] = [await makeMember(db, buyer), await makeMember(db, supplier)];
    const both = await Promise.all([
      db.unitOfWork.run(buys, (work) => proposePartnership(work, { partnerId: supplier.id, side: 'BUYER' })),
      db.unitOfWork.run(sells, (work) => proposePartnership(work, { partnerId: buyer.id, side: 'SUPPLIER' })),
    ]);
    expect(both.map((one) => (one.ok ? 'ok' : one.errors[0]?.code)).sort()).toEqual(['PartnershipExists', 'ok']);
  });

  it('refuses wrong sides, itself, and what exists', async () => {
    const [buyer, supplier] = [await makeOrganization(db), await makeOrganization(db, { roles: ['SUPPLIER'] })];
    const [buys, sells] = [await makeMember(db, buyer), await makeMember(db, supplier)];
    const propose = (actor: typeof buys, partnerId: string, side: 'BUYER' | 'SUPPLIER') =>
      db.unitOfWork.run(actor, (work) => proposePartnership(work, { partnerId, side }));
    await expectFaults(db, ['NotABuyer'], () => propose(sells, buyer.id, 'BUYER'));
    const operatorId = await makeOperator(db);
    await expectFaults(db, ['NotASupplier'], () => propose(buys, operatorId, 'BUYER'));
    await expectFaults(db, ['OwnOrganization'], () => propose(buys, buyer.id, 'BUYER'));
    expectOk(await propose(buys, supplier.id, 'BUYER'));
    await expectFaults(db, ['PartnershipExists'], () => propose(buys, supplier.id, 'BUYER'));
  });

  it('refuses members without the right', async () => {
    const [buyer, supplier] = [await makeOrganization(db), await makeOrganization(db, { roles: ['SUPPLIER'] })];
    const viewer = await makeMember(db, buyer, { roles: ['VIEWER'] });
    await expectRefused(db, 'FORBIDDEN', () =>
      db.unitOfWork.run(viewer, (work) => proposePartnership(work, { partnerId: supplier.id, side: 'BUYER' })),
    );
  });
});
