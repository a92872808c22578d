import { savePartnerProfile } from '#libs/exchange';
import { createApiKey, type Organization } from '#libs/organizations';
import { value } from '../../factories/catalogue.factory.js';
import { type PlantedOffer, plantOffer } from '../../factories/order.factory.js';
import { makeMember, makeOrganization, makePartnership, makeSite } from '../../factories/organization.factory.js';
import type { Erp } from '../../newcomer/erp.js';
import { cxmlErp } from '../../newcomer/erp-cxml.js';
import { ublErp } from '../../newcomer/erp-ubl.js';
import { x12Erp } from '../../newcomer/erp-x12.js';
import { PartnerServer } from '../../newcomer/partner-server.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Random } from '../support/random.js';

export const erps: readonly Erp[] = [ublErp, cxmlErp, x12Erp];

/** A supplier whose ERP speaks one format on one path of the partner server. */
export interface Supplier {
  org: Organization;
  erp: Erp;
  path: string;
  offer: PlantedOffer;
}

export interface IntakeWorld {
  suppliers: readonly Supplier[];
  buyer: Organization;
  /** Of the buyer's ERP, for GraphQL and for documents. */
  apiKey: string;
  siteId: string;
  partner: PartnerServer;
  /** Whether the partner lies now and then; it stops before the end, so that the last retry is not far away. */
  mood: { lying: boolean };
  close(): Promise<void>;
}

/** Every how many first deliveries the partner takes in and answers with 503: he has it, and the hub cannot know. */
const lyingEvery = 15;

/** One buyer, and three suppliers behind ERPs of the three formats. */
export async function openIntake(db: FreshDatabase, random: Random): Promise<IntakeWorld> {
  const partner = await PartnerServer.start();
  const mood = { lying: true };
  const buyer = await makeOrganization(db, { roles: ['BUYER'], name: 'Intake Buyer', gln: '4012345000009', duns: '150483782' });
  const member = await makeMember(db, buyer);
  const scopes = ['order:place', 'order:read', 'exchange:send', 'part:read', 'price:read'];
  const { secret } = value(await db.unitOfWork.run(member, (work) => createApiKey(work, { name: 'ERP', scopes })));
  const { id: siteId } = await makeSite(db, buyer);
  const names = [
    { gln: '4012345000016', duns: '150483790' },
    { gln: '4012345000023', duns: '150483808' },
    { gln: '4012345000030', duns: '150483816' },
  ];
  const suppliers: Supplier[] = [];
  for (const [i, erp] of erps.entries())
    suppliers.push(await openSupplier(db, { erp, names: names[i]!, buyer, partner, mood, random }));
  return { suppliers, buyer, apiKey: secret, siteId, partner, mood, close: () => partner.close() };
}

interface Opening {
  erp: Erp;
  names: { gln: string; duns: string };
  buyer: Organization;
  partner: PartnerServer;
  mood: { lying: boolean };
  random: Random;
}

async function openSupplier(db: FreshDatabase, { erp, names, buyer, partner, mood, random }: Opening): Promise<Supplier> {
  const org = await makeOrganization(db, { roles: ['SUPPLIER'], name: `Intake ${erp.format}`, ...names });
  await makePartnership(db, buyer, org);
  const path = `/${erp.format.toLowerCase()}`;
  const met = new Set<string>();
  const endpoint = partner.open(path, (body) => {
    const { number } = erp.readOrder(body);
    const first = !met.has(number);
    met.add(number);
    return mood.lying && first && random.below(lyingEvery) === 0
      ? { status: 503, contentType: 'text/plain', body: 'try later' }
      : erp.took(body);
  });
  const member = await makeMember(db, org);
  const profile = {
    role: 'SUPPLIER' as const,
    name: 'ERP',
    format: erp.format,
    transport: 'HTTP' as const,
    endpoint,
    settingsJson: JSON.stringify(erp.settings),
    testMode: false,
  };
  value(await db.unitOfWork.run(member, (work) => savePartnerProfile(work, profile)));
  const offer = await plantOffer(db, org.id, { currency: 'EUR', stock: '1000000' });
  return { org, erp, path, offer };
}
