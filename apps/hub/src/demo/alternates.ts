import {
  approveLink,
  classificationReleases,
  importLinks,
  type LinkRow,
  linksAround,
  loadClassification,
  saveCommonAliases,
  savePartAliases,
} from '#libs/catalog';
import { one, rows, type Services, systemActor, type Work } from '#libs/platform';
import { demoClasses, demoLinks, demoSets } from './alternates.data.js';
import { type DemoWorld, sure } from './sure.js';

/** Names the classes that the demo catalogues use, in three languages. */
export async function nameDemoClasses({ unitOfWork }: Services, world: DemoWorld): Promise<void> {
  await unitOfWork.run(systemActor(world.get('operator')!), async (work) => {
    const known = new Set((await classificationReleases(work)).map(({ system }) => system));
    for (const [system, classes] of Object.entries(demoClasses)) {
      if (known.has(system)) continue;
      const named = classes.map(([code, parent, en, zh, tw], i) => ({
        line: i + 1,
        code,
        parent,
        names: { en, zh, 'zh-TW': tw },
      }));
      sure(await loadClassification(work, { system, version: '1', fileName: `demo-${system.toLowerCase()}.csv` }, named));
    }
  });
}

/**
 * Lets the operator link parts of the published demo catalogues, a supplier claim that PMA parts stand for others, a buyer's engineering
 * approve half of those claims; and gives some parts NATO and stock numbers. Repeating it changes nothing.
 */
export async function linkDemoParts({ unitOfWork }: Services, world: DemoWorld): Promise<void> {
  const operator = systemActor(world.get('operator')!);
  await unitOfWork.run(operator, async (work) => {
    if (await one(work, 'select from catalog.interchange_link l where l.org_id = $1 limit 1', [work.actor.orgId])) return;
    const links = await offeredOnly(work, [...patternRows(), ...setRows()]);
    sure(await importLinks(work, { rows: () => inOrder(links) }));
    const bolts = await rows<{ id: string }>(
      work,
      `select p.id from catalog.part p where p.number like 'NAS6604%' order by p.number limit 40`,
      [],
    );
    const nsn = bolts.map(({ id }, i) => ({ partId: id, kind: 'NSN' as const, number: `5306-01-${400 + i}-${2000 + i * 7}` }));
    sure(await saveCommonAliases(work, nsn));
  });
  await claim({ unitOfWork }, world);
  await unitOfWork.run(systemActor(world.get('aurora')!), async (work) => {
    const stocked = await rows<{ id: string }>(
      work,
      `select p.id from catalog.part p where p.number like 'MS28775-%' order by p.number limit 50`,
      [],
    );
    const numbers = stocked.map(({ id }, i) => ({
      partId: id,
      kind: 'OWN_STOCK_NUMBER' as const,
      number: `AT-29-${String(i + 1).padStart(4, '0')}`,
    }));
    sure(await savePartAliases(work, numbers));
  });
}

/** PMA parts that their supplier says stand for parts of other makers; Aurora's engineering approves every second one. */
async function claim({ unitOfWork }: Pick<Services, 'unitOfWork'>, world: DemoWorld): Promise<void> {
  const pairs = await unitOfWork.run(systemActor(world.get('meridian')!), async (work) => {
    const found = await pmaPairs(work);
    if (await one(work, 'select from catalog.interchange_link l where l.org_id = $1 limit 1', [work.actor.orgId])) return [];
    const claims = found.map(
      ({ original, originalMaker, pma, pmaMaker }, i): LinkRow => ({
        line: i + 1,
        cells: {
          fromNumber: original,
          fromManufacturer: originalMaker,
          toNumber: pma,
          toManufacturer: pmaMaker,
          code: '1',
          authority: `PMA supplement ${i + 1} (demo)`,
          remark: 'Form, fit and function by test and computation.',
        },
      }),
    );
    sure(await importLinks(work, { rows: () => inOrder(claims) }));
    return found;
  });
  await unitOfWork.run(systemActor(world.get('aurora')!), async (work) => {
    for (const { originalId } of pairs.filter((_, i) => i % 2 === 0))
      for (const link of (await linksAround(work, originalId, 1)).filter((one) => one.fromPart === originalId))
        sure(await approveLink(work, { linkOrg: link.orgId, linkId: link.id, note: 'Engineering order (demo)' }));
  });
}

interface Pair {
  originalId: string;
  original: string;
  originalMaker: string;
  pma: string;
  pmaMaker: string;
}

/** Relays of other makers, each with a PMA relay that could stand for it. */
function pmaPairs(work: Work): Promise<Pair[]> {
  return rows<Pair>(
    work,
    `with relay as (select p.id, p.number, m.name as maker, p.approval_basis = 'PMA' as is_pma, row_number() over (partition by p.approval_basis = 'PMA' order by p.number) as n
       from catalog.part p join catalog.manufacturer m on m.id = p.manufacturer_id where p.names->>'en' like 'Relay,%' and p.approval_basis in ('OEM', 'PMA'))
     select o.id as "originalId", o.number as original, o.maker as "originalMaker", a.number as pma, a.maker as "pmaMaker"
     from relay o join relay a on a.is_pma and not o.is_pma and a.n = o.n order by o.n limit 30`,
    [],
  );
}

const numbered = (pattern: string, n: number): string => pattern.replace(/#+/, (marks) => String(n).padStart(marks.length, '0'));
const upTo = (most: number): number[] => Array.from({ length: most }, (_, i) => i + 1);

function patternRows(): LinkRow['cells'][] {
  return demoLinks.flatMap(({ from, to, most, ...said }) =>
    upTo(most).map((n) => ({ fromNumber: numbered(from, n), toNumber: numbered(to, n), ...said })),
  );
}

function setRows(): LinkRow['cells'][] {
  const { from, bolt, washer, most, authority } = demoSets;
  return upTo(most).flatMap((n) =>
    [bolt, washer].map((to) => ({
      fromNumber: numbered(from, n),
      toNumber: numbered(to, n),
      code: '4',
      set: `KIT-${n}`,
      quantity: '1',
      authority,
    })),
  );
}

/** Links whose parts are in the catalogue; of a set, all its rows or none. */
async function offeredOnly(work: Work, cells: readonly LinkRow['cells'][]): Promise<LinkRow[]> {
  const numbers = [...new Set(cells.flatMap(({ fromNumber, toNumber }) => [fromNumber!, toNumber!]))];
  const found = await rows<{ number: string }>(
    work,
    'select p.number from catalog.part p where p.number = any ($1) group by p.number having count(*) = 1',
    [numbers],
  );
  const known = new Set(found.map(({ number }) => number));
  const lacking = new Set(
    cells
      .filter(({ fromNumber, toNumber }) => !known.has(fromNumber!) || !known.has(toNumber!))
      .map((row) => `${row.fromNumber} ${row.set ?? row.toNumber}`),
  );
  return cells
    .filter((row) => !lacking.has(`${row.fromNumber} ${row.set ?? row.toNumber}`))
    .map((row, i) => ({ line: i + 1, cells: row }));
}

async function* inOrder(links: readonly LinkRow[]): AsyncGenerator<LinkRow> {
  yield* links;
}
