import { savePartnerProfile } from '#libs/exchange';
import type { Organization } from '#libs/organizations';
import { type OrganizationRole, systemActor } from '#libs/platform';
import type { StagedRow } from '#libs/supply';
import { publishedCatalogue } from '../factories/catalogue.factory.js';
import {
  expectOk,
  makeMember,
  makeOperator,
  makeOrganization,
  makePartnership,
  makeSite,
} from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { password, people, type Who, type World } from './people.js';

/** Bolts of one maker, priced per 100, sold in steps of 25, cheaper from 100 on; in stock. */
function boxedBolts(count: number): StagedRow[] {
  return Array.from({ length: count }, (_, i) => ({
    ...bolt(i + 1),
    line: i + 2,
    supplierPart: `NF-6204-${i + 1}`,
    listPrice: '42.00',
    basis: '100',
    currency: 'USD',
    minimum: '25',
    multiple: '25',
    breaks: [
      { from: '25', price: '42.00' },
      { from: '1000', price: '38.50' },
    ],
    leadDays: 5,
    stock: [{ location: 'WICHITA', quantity: '5000' }],
  }));
}

/** The same bolts by the piece, in euros; the last third is not in stock. */
function singleBolts(count: number): StagedRow[] {
  return Array.from({ length: count }, (_, i) => ({
    ...bolt(i + 1),
    line: i + 2,
    supplierPart: `HL ${9000 + i}`,
    listPrice: '0.55',
    basis: '1',
    currency: 'EUR',
    leadDays: 12,
    stock: i < (count * 2) / 3 ? [{ location: 'WINTERTHUR', quantity: '140' }] : [],
  }));
}

function bolt(n: number): Omit<StagedRow, 'line'> {
  return {
    action: 'PUT',
    manufacturerCode: '80205',
    manufacturer: 'National Aerospace Standards',
    manufacturerPart: `NAS6204-${n}`,
    name: `Hex bolt, close tolerance, size ${n}`,
    orderUnit: 'EA',
    // The last ten are goods of a kind of their own: a discount on them moves no price elsewhere.
    category: n > 50 ? 'Shear bolts' : 'Bolts',
    countryOfOrigin: 'US',
    details: { names: { en: `Hex bolt, close tolerance, size ${n}`, zh: `六角螺栓 ${n} 号` }, unspsc: '31161501' },
  };
}

/** A trading world of its own database: an operator, two suppliers of the same bolts, a buyer who trades with both, and a newcomer with nothing. */
export async function foundWorld(): Promise<{ db: FreshDatabase; world: World }> {
  const db = await freshDatabase();
  const operator = { id: await makeOperator(db), roles: ['OPERATOR'] as OrganizationRole[] };
  const supplier = await makeOrganization(db, {
    name: 'Northfield Fasteners',
    roles: ['SUPPLIER'],
    country: 'US',
    currency: 'USD',
    cage: '7N4F1',
  });
  const otherSupplier = await makeOrganization(db, {
    name: 'Helvetia Lager AG',
    roles: ['SUPPLIER'],
    country: 'CH',
    currency: 'EUR',
  });
  const buyer = await makeOrganization(db, { name: 'Aurora Technik', roles: ['BUYER'] });
  const newcomer = await makeOrganization(db, { name: 'Freshwind Supplies', roles: ['SUPPLIER', 'BUYER'] });
  const organizations = { operator, supplier, otherSupplier, buyer, clerk: buyer, holder: buyer, newcomer } satisfies Record<
    Who,
    Pick<Organization, 'id' | 'roles'>
  >;
  for (const who of Object.keys(people) as Who[]) await makeMember(db, organizations[who], { ...people[who], password });

  await makeSite(db, buyer, { code: 'HAM-1', name: 'Hangar 1 goods receiving', kinds: ['SHIP_TO'] });
  await makeSite(db, buyer, { code: 'HQ', name: 'Accounts payable', kinds: ['BILL_TO'] });
  for (const seller of [supplier, otherSupplier]) await makePartnership(db, buyer, seller, { paymentTerms: '30 days net' });
  await publishedCatalogue(db, { actor: systemActor(supplier.id), rows: boxedBolts(60) });
  await publishedCatalogue(db, { actor: systemActor(otherSupplier.id), rows: singleBolts(30) });
  expectOk(
    await db.unitOfWork.run(systemActor(supplier.id), (work) =>
      savePartnerProfile(work, {
        role: 'SUPPLIER',
        name: 'Wichita ERP',
        format: 'UBL',
        transport: 'FOLDER',
        settingsJson: '{}',
        testMode: false,
      }),
    ),
  );
  const [bolt, quietBolt] = await db.admin<{ id: string }>(
    `select id from catalog.part where number in ('NAS6204-1', 'NAS6204-15') order by length(number)`,
  );
  if (!bolt || !quietBolt) throw new Error('the bolts were not published');
  const ids = Object.fromEntries(Object.entries(organizations).map(([who, { id }]) => [who, id])) as Record<Who, string>;
  return { db, world: { organizations: ids, boltId: bolt.id, quietBoltId: quietBolt.id } };
}
