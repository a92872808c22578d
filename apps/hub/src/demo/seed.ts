import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { savePartnerProfile } from '#libs/exchange';
import {
  acceptPartnership,
  admitMember,
  bootstrapOperator,
  createOrganization,
  Letters,
  proposePartnership,
  saveSite,
  setTolerances,
} from '#libs/organizations';
import { addJob, one, type Services, systemActor, type UnitOfWork } from '#libs/platform';
import { openCatalogue, requestPublication, startUpload, uploadById } from '#libs/supply';
import { linkDemoParts, nameDemoClasses } from './alternates.js';
import { type DemoFile, demoFiles } from './files.js';
import { type DemoWorld, sure } from './sure.js';
import { openDemoTenders } from './tenders.js';
import { agreeDemoTerms, signDemoAgreements } from './terms.js';
import { type DemoOrganization, demoOrganizations } from './world.data.js';

/** The password of every demo account. It exists only in a demo world, which nobody gets unasked outside of the embedded database. */
export const demoPassword = 'harbour-crane-42';

/** Milliseconds between two looks at an upload. */
const lookMs = 250;

/** Whether this database shall hold the demo world: asked for, or embedded and empty, or begun before and not finished. */
export async function demoWanted(services: Services, embedded: boolean): Promise<boolean> {
  const { demo } = services.config;
  if (demo === 'no' || (demo === 'auto' && !embedded)) return false;
  const found = await services.unitOfWork.guest((work) =>
    one<{ organizations: number; demo: number }>(
      work,
      `select count(*)::int as organizations, count(*) filter (where o.name = $1)::int as demo from organizations.organization o`,
      [demoOrganizations[0]!.name],
    ),
  );
  return found !== undefined && (found.organizations === 0 || found.demo > 0);
}

/** Founds the demo organisations with their people, sites and partnerships, unless they are there. Fast: the hub waits for it. */
export async function foundDemoWorld(services: Services): Promise<DemoWorld> {
  const { unitOfWork, sentences, address } = services;
  const [operator, ...others] = demoOrganizations;
  const letters = new Letters(sentences, address);
  const boss = operator!.members[0]!;
  const founded = await bootstrapOperator(
    unitOfWork,
    {
      email: boss.email,
      personName: boss.name,
      password: demoPassword,
      name: operator!.name,
      country: operator!.country,
      currency: operator!.currency,
    },
    letters,
  );
  const world = new Map([[operator!.key, founded.organizationId]]);
  for (const organization of others)
    world.set(organization.key, await foundOrganization(unitOfWork, founded.organizationId, organization));
  for (const buyer of others.filter((o) => o.roles.includes('BUYER'))) {
    for (const supplier of others.filter((o) => o.roles.includes('SUPPLIER')))
      await partner(unitOfWork, world.get(buyer.key)!, world.get(supplier.key)!);
  }
  await connect(unitOfWork, world);
  await agreeDemoTerms(services, world);
  await nameDemoClasses(services, world);
  return world;
}

async function foundOrganization(unitOfWork: UnitOfWork, operatorId: string, organization: DemoOrganization): Promise<string> {
  const known = await unitOfWork.guest((work) =>
    one<{ id: string }>(work, 'select id from organizations.organization where name = $1', [organization.name]),
  );
  if (known) return known.id;
  const { name, roles, country, currency, cage, gln, duns } = organization;
  const made = sure(
    await unitOfWork.run(systemActor(operatorId), (work) =>
      createOrganization(work, { name, roles: [...roles], country, currency, cage, gln, duns }),
    ),
  );
  const actor = systemActor(made.id);
  for (const site of organization.sites) {
    const { lines, city, postalCode, country: at, ...rest } = site;
    sure(
      await unitOfWork.run(actor, (work) =>
        saveSite(work, { ...rest, kinds: [...rest.kinds], address: { lines: [...lines], city, postalCode, country: at } }),
      ),
    );
  }
  for (const member of organization.members) {
    sure(
      await unitOfWork.run(actor, (work) =>
        admitMember(work, { email: member.email, name: member.name, roles: [member.role], password: demoPassword }),
      ),
    );
  }
  return made.id;
}

/** A partnership that both sides agreed to, and what its buyer lets pass. */
async function partner(unitOfWork: UnitOfWork, buyerId: string, supplierId: string): Promise<void> {
  const proposed = await unitOfWork.run(systemActor(buyerId), (work) =>
    proposePartnership(work, {
      partnerId: supplierId,
      side: 'BUYER',
      paymentTerms: '30 days net',
      deliveryTerms: { code: 'FCA', place: 'Supplier warehouse' },
    }),
  );
  if (!proposed.ok) return;
  sure(
    await unitOfWork.run(systemActor(supplierId), (work) =>
      acceptPartnership(work, { buyerId, supplierId, expectedVersion: proposed.value.version }),
    ),
  );
  sure(
    await unitOfWork.run(systemActor(buyerId), (work) =>
      setTolerances(work, {
        supplierId,
        pricePercent: '2',
        quantityPercent: '0',
        daysEarly: 5,
        daysLate: 3,
        packRounding: false,
        expectedVersion: 0,
      }),
    ),
  );
}

/** Two suppliers have an ERP that takes files from a folder, so that the exchange log has something to show. */
async function connect(unitOfWork: UnitOfWork, world: DemoWorld): Promise<void> {
  const profiles = [
    { key: 'helvetia', name: 'ERP Winterthur', format: 'UBL' as const, settings: {} },
    {
      key: 'meridian',
      name: 'Crawley ERP',
      format: 'X12' as const,
      settings: { x12: { own: { qualifier: 'ZZ', id: 'MERIDIAN' } } },
    },
  ];
  for (const { key, name, format, settings } of profiles) {
    await unitOfWork.run(systemActor(world.get(key)!), (work) =>
      savePartnerProfile(work, {
        role: 'SUPPLIER',
        name,
        format,
        transport: 'FOLDER',
        settingsJson: JSON.stringify(settings),
        testMode: false,
      }),
    );
  }
}

/** Puts life into the demo world: its catalogues, then what can only be said of published parts. Gives how many files were published now. */
export async function fillDemoWorld(services: Services, world: DemoWorld, signal: AbortSignal): Promise<number> {
  const loaded = await loadDemoFiles(services, world, signal);
  if (signal.aborted) return loaded;
  await signDemoAgreements(services, world);
  await linkDemoParts(services, world);
  await openDemoTenders(services, world, signal);
  return loaded;
}

/** Sends the demo files the way a supplier does, one after the other, and publishes each. Files that were published before are passed over. */
async function loadDemoFiles(services: Services, world: DemoWorld, signal: AbortSignal): Promise<number> {
  let loaded = 0;
  for (const file of demoFiles) {
    if (signal.aborted) return loaded;
    if (await load(services, { file, orgId: world.get(file.supplier)!, signal })) loaded += 1;
  }
  return loaded;
}

async function load(
  { unitOfWork, files }: Services,
  { file, orgId, signal }: { file: DemoFile; orgId: string; signal: AbortSignal },
): Promise<boolean> {
  const actor = systemActor(orgId);
  const done = await unitOfWork.read(actor, (work) =>
    one(work, `select 1 from supply.upload u where u.org_id = $1 and u.file_name = $2 and u.state = 'PUBLISHED'`, [
      orgId,
      file.fileName,
    ]),
  );
  if (done) return false;
  const stored = await files.put(
    Readable.from(file.content(), { encoding: 'utf8' }).map((text: string) => Buffer.from(text)) as Readable,
  );
  const upload = await unitOfWork.run(actor, async (work) => {
    const catalogue = sure(
      await openCatalogue(work, {
        name: 'Main catalogue',
        currency: file.currency,
        withdrawPercentMax: '5',
        shownTo: { to: 'EVERYBODY' },
      }),
    );
    const started = await startUpload(work, {
      catalogueId: catalogue.id,
      kind: file.kind,
      fileName: file.fileName,
      bytes: stored.size,
      sha256: stored.sha256,
      loadMode: file.kind === 'STOCK' ? 'DELTA' : 'FULL',
      ...(file.mapping ? { mapping: file.mapping } : {}),
    });
    await addJob(work, { task: 'exchange.read-upload', payload: { id: started.id }, attemptsMax: 3 });
    return started;
  });
  while (!signal.aborted) {
    const { state, reasons, error } = await unitOfWork.read(actor, (work) => uploadById(work, upload.id));
    if (state === 'PUBLISHED') return true;
    if (state === 'STAGED') sure(await unitOfWork.run(actor, (work) => requestPublication(work, { uploadId: upload.id })));
    if (state === 'BLOCKED' || state === 'FAILED' || state === 'NEEDS_CONFIRMATION')
      throw new Error(`${file.fileName} is ${state}: ${JSON.stringify(reasons ?? error)}`);
    await sleep(lookMs, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
