import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Result } from '#libs/kernel';
import {
  acceptPartnership,
  admitMember,
  bootstrapOperator,
  createOrganization,
  Letters,
  proposePartnership,
  saveSite,
} from '#libs/organizations';
import { openServices, readConfig, Sentences, type Services, systemActor, type UnitOfWork } from '#libs/platform';
import { createCatalogue, createGroup, type ShownTo, signAgreement } from '#libs/supply';
import { rooms } from '../../../apps/hub/src/hub.module.js';
import type { BenchRun } from './bench.js';
import { csvFile, type GeneratedRow, generatedRow } from './catalogue-file.js';
import { type Helper, startHelper } from './processes.js';
import { type BenchDatabase, benchServer, onDatabase } from './server.js';

const password = 'bench-crane-42';
const email = 'buyer@bench.example.test';

/** A filled database with a hub before it and a buyer who is signed in. */
export interface World {
  /** How many offers it has. */
  size: number;
  database: BenchDatabase;
  buyerId: string;
  siteId: string;
  /** Active offers the buyer sees, with an agreement's price or without, in random order of the seed. */
  offers: readonly { id: string; supplierId: string; multiple: number }[];
  /** Where the hub takes GraphQL. */
  graphql: string;
  /** Headers of the buyer's requests, with a token of ten minutes from now. */
  headers(): Promise<Record<string, string>>;
}

/** Of ten offers six are of a part of their own, four of a part that another supplier has, too. */
const partsFor = (offers: number): number => (offers / 10) * 6;
const suppliers = 4;
/** The share of the last supplier's offers that he keeps for a group of buyers. */
const keptShare = 0.4;

const made = new Map<number, Promise<World & { hub: Helper }>>();

/** The world of so many offers, filled through the pipeline on first use and shared by the benchmarks of a run. */
export function benchWorld({ say, offers }: BenchRun): Promise<World> {
  const world = made.get(offers) ?? makeWorld(say, offers);
  made.set(offers, world);
  return world;
}

/** Ends the hubs of the worlds. */
export async function closeBenchWorlds(): Promise<void> {
  for (const world of made.values()) await (await world.catch(() => undefined))?.hub.close();
  made.clear();
}

async function makeWorld(say: (text: string) => void, size: number): Promise<World & { hub: Helper }> {
  const began = Date.now();
  const { dir, fresh } = await benchServer();
  const database = await fresh();
  const dataDir = path.join(dir, `world-${size}`);
  const { buyerId, siteId } = await withServices(database, dataDir, (services) => fill(services, { database, dataDir, size }));
  await onDatabase(database.adminUrl, 'vacuum analyze');
  const offers = await onDatabase<World['offers'][number]>(
    database.adminUrl,
    `select id, org_id as "supplierId", multiple::int from supply.offer where status = 'ACTIVE' order by md5(id::text || '1') limit 20000`,
  );
  const hub = startHelper({
    file: 'hub.process',
    env: {
      PORT: '0',
      DATABASE_URL: database.appUrl,
      DATABASE_JOBS_URL: database.jobsUrl,
      ENTREPOT_DATA_DIR: dataDir,
      ENTREPOT_DEMO: 'no',
    },
    log: path.join(dir, 'hub.log'),
  });
  const { url } = await hub.ask<{ url: string }>({});
  const graphql = `${url}/graphql`;
  say(`  ${size} offers of ${partsFor(size)} parts were imported in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  return { ...{ size, database, buyerId, siteId, offers, graphql, hub }, headers: () => signedIn(graphql) };
}

/** Services in this process, for founding organisations and signing agreements as any program would. */
export async function withServices<T>(urls: BenchDatabase, dataDir: string, run: (services: Services) => Promise<T>): Promise<T> {
  const config = readConfig({
    DATABASE_URL: urls.appUrl,
    DATABASE_JOBS_URL: urls.jobsUrl,
    ENTREPOT_DATA_DIR: dataDir,
    ENTREPOT_LOG_LEVEL: 'warn',
  });
  const services = await openServices({ config, urls, rooms });
  try {
    return await run(services);
  } finally {
    await services.close();
  }
}

async function fill(
  { unitOfWork }: Services,
  on: { database: BenchDatabase; dataDir: string; size: number },
): Promise<{ buyerId: string; siteId: string }> {
  const organisations = await foundOrganisations(unitOfWork, suppliers);
  const importer = startHelper({ file: 'import.process' });
  try {
    await importer.ask({ do: 'open', urls: on.database, dataDir: on.dataDir });
    for (const [index, orgId] of organisations.suppliers.entries()) {
      const sold = partsOf(index, on.size);
      const kept = index === suppliers - 1 ? sold.length * keptShare : 0;
      const parts = kept > 0 ? [sold.slice(kept), sold.slice(0, kept)] : [sold];
      for (const [place, list] of parts.entries()) {
        const catalogueId = await openCatalogueOf(unitOfWork, orgId, place === 1 ? 'Partners' : undefined);
        const file = await writtenFile(on.dataDir, `supplier-${index}-${place}.csv`, rowsOf(list, index));
        await importer.ask({ do: 'import', orgId, catalogueId, file });
      }
    }
  } finally {
    await importer.close();
  }
  for (const supplierId of organisations.suppliers)
    await agree(unitOfWork, { ...on, supplierId, buyerId: organisations.buyerId });
  return organisations;
}

/** Every part has a first supplier; two of three have a second one. */
function partsOf(supplier: number, size: number): number[] {
  const partsWanted = partsFor(size);
  const own = partsWanted / suppliers;
  const second = (size - partsWanted) / suppliers;
  const first = Array.from({ length: own }, (_, i) => supplier * own + i);
  return [...first, ...Array.from({ length: second }, (_, i) => ((supplier + 1) * own + i) % partsWanted)];
}

function* rowsOf(parts: readonly number[], supplier: number): Generator<GeneratedRow> {
  for (const part of parts) yield generatedRow(part, supplier);
}

/** Writes the rows as a CSV file below `dir`; gives its path. */
export async function writtenFile(dir: string, name: string, rows: Iterable<GeneratedRow>): Promise<string> {
  await mkdir(dir, { recursive: true });
  const file = path.join(dir, name);
  await pipeline(Readable.from(csvFile(rows)), createWriteStream(file));
  return file;
}

/** An operator, `count` suppliers and a buyer who trades with all of them. */
export async function foundOrganisations(
  unitOfWork: UnitOfWork,
  count: number,
): Promise<{ suppliers: string[]; buyerId: string; siteId: string }> {
  const letters = new Letters(Sentences.load(), { url: 'https://hub.example.test' });
  const operator = await bootstrapOperator(unitOfWork, { email: 'operator@bench.example.test', name: 'Operator' }, letters);
  const found = async (name: string, role: 'SUPPLIER' | 'BUYER') =>
    sure(
      await unitOfWork.run(systemActor(operator.organizationId), (work) =>
        createOrganization(work, { name, roles: [role], country: 'US', currency: 'USD' }),
      ),
    ).id;
  const all: string[] = [];
  for (let i = 0; i < count; i++) all.push(await found(`Supplier ${i + 1}`, 'SUPPLIER'));
  const buyerId = await found('Buyer', 'BUYER');
  for (const supplierId of all) await partner(unitOfWork, buyerId, supplierId);
  const buyer = systemActor(buyerId);
  sure(await unitOfWork.run(buyer, (work) => admitMember(work, { email, name: 'Buyer', roles: ['ADMIN'], password })));
  const address = { lines: ['1 Hangar Road'], city: 'Wichita', region: 'KS', postalCode: '67209', country: 'US' };
  const site = sure(
    await unitOfWork.run(buyer, (work) => saveSite(work, { code: 'HQ', name: 'Hangar', kinds: ['SHIP_TO', 'BILL_TO'], address })),
  );
  return { suppliers: all, buyerId, siteId: site.id };
}

async function partner(unitOfWork: UnitOfWork, buyerId: string, supplierId: string): Promise<void> {
  const proposed = sure(
    await unitOfWork.run(systemActor(buyerId), (work) => proposePartnership(work, { partnerId: supplierId, side: 'BUYER' })),
  );
  sure(
    await unitOfWork.run(systemActor(supplierId), (work) =>
      acceptPartnership(work, { buyerId, supplierId, expectedVersion: proposed.version }),
    ),
  );
}

export async function openCatalogueOf(unitOfWork: UnitOfWork, orgId: string, group?: string): Promise<string> {
  const name = group ? 'For partners' : 'Catalogue';
  const shownTo: ShownTo = group
    ? { to: 'GROUP', groupId: sure(await unitOfWork.run(systemActor(orgId), (work) => createGroup(work, { name: group }))).id }
    : { to: 'EVERYBODY' };
  return sure(await unitOfWork.run(systemActor(orgId), (work) => createCatalogue(work, { name, currency: 'USD', shownTo }))).id;
}

/** An agreement on 500 offers and two groups of goods; it opens the group catalogue when it names an offer of it. */
async function agree(
  unitOfWork: UnitOfWork,
  on: { database: BenchDatabase; supplierId: string; buyerId: string },
): Promise<void> {
  const { database, supplierId, buyerId } = on;
  const offers = await onDatabase<{ id: string; price: string; basis: string }>(
    database.adminUrl,
    `select id, round(list_price * 0.93, 2)::text as price, basis::text as basis from supply.offer where org_id = $1 order by audience nulls last, md5(id::text) limit 500`,
    [supplierId],
  );
  const terms = {
    buyerId,
    number: 'A-1',
    currency: 'USD',
    validFrom: '2026-01-01',
    validTo: '2099-12-31',
    items: offers.map(({ id, price, basis }) => ({ offerId: id, price, basis })),
    categories: [
      { category: 'Seals', discountPercent: '4' },
      { category: 'Bearings', discountPercent: '2.5' },
    ],
  };
  sure(await unitOfWork.run(systemActor(supplierId), (work) => signAgreement(work, terms)));
}

async function signedIn(graphql: string): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json' };
  const query = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { accessToken } }';
  const body = JSON.stringify({ query, variables: { input: { email, password } } });
  const reply = (await (await fetch(graphql, { method: 'POST', headers, body })).json()) as {
    data?: { signIn?: { accessToken?: string } };
  };
  const token = reply.data?.signIn?.accessToken;
  if (!token) throw new Error(`the buyer could not sign in: ${JSON.stringify(reply)}`);
  return { ...headers, authorization: `Bearer ${token}` };
}

/** The value of a Result that must be a success. */
function sure<T>(result: Result<T, { code: string }>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.errors.map((error) => error.code).join(', ')}`);
}
