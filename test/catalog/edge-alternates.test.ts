import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { supplyRoom } from '#libs/supply';
import { plantLink } from '../factories/alternate.factory.js';
import { bolts, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';

// Rooms below this one bring the types its fields lead to; actors are the test's own.
const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom];
let hub: TestHub;
let engineer: SignedIn;
let seller: SignedIn;
let reader: SignedIn;
let supplierId: string;
const parts: Record<string, string> = {};

beforeAll(async () => {
  hub = await startTestHub({ rooms });
  const supplier = await organization(hub.db, { name: 'Fasteners' });
  const airline = await organization(hub.db, { name: 'Airline', roles: ['BUYER'] });
  supplierId = supplier.orgId;
  await publishedCatalogue(hub.db, { actor: supplier, rows: bolts(6) });
  for (const { id, number } of await hub.db.admin<{ id: string; number: string }>('select id, number from catalog.part'))
    parts[number.replace('BACB30-', '')] = id;
  const sign = (orgId: string, permissions: string[], role: 'BUYER' | 'SUPPLIER') =>
    hub.signedIn({ orgId, permissions: ['part:read', 'price:read', ...permissions], roles: [role] });
  engineer = await sign(airline.orgId, ['alternate:assert', 'alternate:approve'], 'BUYER');
  seller = await sign(supplierId, ['alternate:assert'], 'SUPPLIER');
  reader = await sign(airline.orgId, [], 'BUYER');
});
afterAll(() => hub.close());

const linkFields = `id orgId code codeName standing mine from { number } to { quantity part { number } } assertedBy { name } approvals { id kind mine revokedAt }`;
const errors = 'errors { __typename ... on UserError { code message path } }';
const assertLink = `mutation ($input: AssertLinkInput!) { assertLink(input: $input) { link { ${linkFields} } ${errors} } }`;
const approveLink = `mutation ($input: ApproveLinkInput!) { approveLink(input: $input) { link { ${linkFields} } ${errors} } }`;
const revoke = `mutation ($input: RevokeLinkApprovalInput!) { revokeLinkApproval(input: $input) { link { standing } ${errors} } }`;
const withdraw = `mutation ($input: WithdrawLinkInput!) { withdrawLink(input: $input) { link { withdrawnAt } ${errors} } }`;
const alternatives = `reason message qualified parts { quantity part { number } } offers { supplierPart }
  path { reversed fit from { number } to { number } link { id code assertedBy { name } } }`;
const part = `query ($id: ID!) { part(id: $id) { alternatives { ${alternatives} } interchangeLinks(depth: 2) { ${linkFields} } saleBlock { replacedBy { number } link { className } } } }`;

describe('alternates over GraphQL', () => {
  it("show a supplier's claim, and follow it once the buyer's engineer has approved it, with its path, reason and offers", async () => {
    const made = await hub.ask(assertLink, { input: { fromPartId: parts['1'], toPartId: parts['2'], code: '1' } }, seller);
    const link = made.data.assertLink.link;
    expect(link).toMatchObject({
      standing: 'CLAIM',
      mine: true,
      assertedBy: { name: 'Fasteners' },
      from: { number: 'BACB30-1' },
    });
    const before = (await hub.ask(part, { id: parts['1'] }, reader)).data.part;
    expect([before.alternatives, before.interchangeLinks.map((l: { standing: string }) => l.standing)]).toEqual([[], ['CLAIM']]);

    const key = { linkOrg: supplierId, linkId: link.id };
    const approved = (await hub.ask(approveLink, { input: key }, engineer)).data.approveLink;
    expect([approved.errors, approved.link.standing, approved.link.approvals[0].mine]).toEqual([[], 'OWN_APPROVED', true]);
    expect((await hub.ask(part, { id: parts['1'] }, reader)).data.part.alternatives).toEqual([
      {
        reason: 'ONE_WAY',
        message: 'BACB30-2 replaces BACB30-1; not the reverse.',
        qualified: false,
        parts: [{ quantity: null, part: { number: 'BACB30-2' } }],
        offers: [{ supplierPart: 'B-000002' }],
        path: [
          {
            reversed: false,
            fit: 'ANY',
            from: { number: 'BACB30-1' },
            to: { number: 'BACB30-2' },
            link: { id: link.id, code: '1', assertedBy: { name: 'Fasteners' } },
          },
        ],
      },
    ]);
    const again = (await hub.ask(approveLink, { input: key }, engineer)).data.approveLink;
    expect(again).toMatchObject({
      link: null,
      errors: [{ __typename: 'LinkApproved', code: 'LINK_APPROVED', path: ['linkId'] }],
    });
    const revoked = await hub.ask(revoke, { input: { approvalId: approved.link.approvals[0].id } }, engineer);
    expect(revoked.data.revokeLinkApproval).toEqual({ link: { standing: 'CLAIM' }, errors: [] });
    const taken = await hub.ask(withdraw, { input: { linkId: link.id } }, seller);
    expect([taken.data.withdrawLink.errors, taken.data.withdrawLink.link.withdrawnAt === null]).toEqual([[], false]);
  });

  it('stand beside the offers of each line, resolved for all lines together, and say what is not sold', async () => {
    await plantLink(hub.db, engineer.actor, { fromPartId: parts['3'] ?? '', toPartId: parts['4'] ?? '', code: '1', class: 'V' });
    const lines = ['3', '4'].map((number) => ({ partId: parts[number], quantity: '1' }));
    const query = `query ($input: AvailabilityInput!) { availability(input: $input) { lines { line alternatives { ${alternatives} } } } }`;
    const answer = await hub.ask(query, { input: { lines: [...lines, { number: 'NONE', quantity: '1' }] } }, reader);
    expect(answer.errors).toBeUndefined();
    const offered = answer.data.availability.lines.map((line: { alternatives: { parts: { part: { number: string } }[] }[] }) =>
      line.alternatives.map(({ parts: [first] }) => first?.part.number),
    );
    expect(offered).toEqual([['BACB30-4'], [], []]);
    expect((await hub.ask(part, { id: parts['3'] }, reader)).data.part.saleBlock).toEqual({
      replacedBy: { number: 'BACB30-4' },
      link: { className: 'V: the old part is an unacceptable risk' },
    });
    expect((await hub.ask(part, { id: parts['3'] }, seller)).data.part.saleBlock).toBeNull();
  });

  it('name codes in the reader’s list, tell every fault, and keep their doors', async () => {
    const codes = await hub.ask('{ interchangeCodes { list version code name } }', {}, reader);
    expect(codes.data.interchangeCodes.map((code: { code: string }) => code.code)).toEqual([
      'I',
      'II',
      'IIA',
      'III',
      'IV',
      'V',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    const input = { fromPartId: parts['1'], toPartId: parts['1'], code: '8' };
    const refused = (await hub.ask(assertLink, { input }, seller)).data.assertLink;
    expect(refused.errors.map((error: { code: string }) => error.code)).toEqual(['LINK_TO_ITSELF', 'LINK_CODE_UNKNOWN']);
    expect((await hub.ask(assertLink, { input }, reader)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const key = { linkOrg: supplierId, linkId: parts['1'] };
    expect((await hub.ask(approveLink, { input: key }, seller)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await hub.ask(approveLink, { input: key }, engineer)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const deep = await hub.ask(
      'query ($id: ID!) { part(id: $id) { interchangeLinks(depth: 5) { id } } }',
      { id: parts['1'] },
      reader,
    );
    expect(deep.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
