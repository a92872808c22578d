import { randomUUID } from 'node:crypto';
import { type Actor, systemActor } from '#libs/platform';
import {
  createCatalogue,
  finishStaging,
  type LoadMode,
  publishCatalogue,
  type StagedRow,
  stageInBatches,
  startUpload,
  type Upload,
} from '#libs/supply';
import type { FreshDatabase } from '../support/fresh-database.js';

/** Thrown when a factory meets a refusal: the test that asked for a valid thing shall say why it got none. */
export function value<T>(result: { ok: true; value: T } | { ok: false; errors: readonly unknown[] }): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.errors)}`);
}

/** An organisation's public card, past every wall; gives the system acting for it. */
export async function organization(
  db: FreshDatabase,
  card: { roles?: string[]; name?: string; cage?: string } = {},
): Promise<Actor> {
  const id = randomUUID();
  await db.admin(
    `insert into organizations.organization (id, name, roles, country, currency, cage) values ($1, $2, $3, 'US', 'USD', $4)`,
    [id, card.name ?? `Supplier ${id.slice(0, 8)}`, card.roles ?? ['SUPPLIER'], card.cage ?? null],
  );
  return systemActor(id);
}

/** A valid row: bolt number `n` of Acme, priced per hundred, sold in any number. */
export function bolt(n: number, override: Partial<StagedRow> = {}): StagedRow {
  return {
    line: n + 1,
    action: 'PUT',
    supplierPart: `B-${String(n).padStart(6, '0')}`,
    manufacturerCode: '81205',
    manufacturer: 'Boeing',
    manufacturerPart: `BACB30-${n}`,
    name: `Hex bolt ${n}`,
    orderUnit: 'EA',
    listPrice: `${10 + (n % 90)}.50`,
    currency: 'USD',
    basis: '100',
    leadDays: 5,
    category: 'Bolts',
    details: { names: { en: `Hex bolt ${n}` }, unspsc: '31161500' },
    ...override,
  };
}

/** `count` valid rows. */
export function bolts(count: number, from = 1): StagedRow[] {
  return Array.from({ length: count }, (_, i) => bolt(from + i));
}

export async function catalogueOf(
  db: FreshDatabase,
  actor: Actor,
  override: Partial<Parameters<typeof createCatalogue>[1]> = {},
): Promise<string> {
  const made = await db.unitOfWork.run(actor, (work) =>
    createCatalogue(work, {
      name: `Catalogue ${randomUUID().slice(0, 8)}`,
      currency: 'USD',
      shownTo: { to: 'EVERYBODY' },
      ...override,
    }),
  );
  return value(made).id;
}

interface Load {
  catalogueId: string;
  rows: Iterable<StagedRow>;
  loadMode?: LoadMode;
  prevVersion?: number;
  complete?: boolean;
}

/** Takes rows through the pipeline up to the preview. */
export async function stagedUpload(db: FreshDatabase, actor: Actor, load: Load): Promise<Upload> {
  const upload = await db.unitOfWork.run(actor, (work) =>
    startUpload(work, {
      catalogueId: load.catalogueId,
      kind: 'CATALOGUE',
      fileName: 'catalogue.csv',
      bytes: 1,
      sha256: '0'.repeat(64),
    }),
  );
  await stageInBatches(db.unitOfWork, actor, { uploadId: upload.id, pieces: inOnePiece(load.rows) });
  return db.unitOfWork.run(actor, (work) =>
    finishStaging(work, {
      uploadId: upload.id,
      complete: load.complete ?? true,
      loadMode: load.loadMode ?? 'FULL',
      ...(load.prevVersion === undefined ? {} : { prevVersion: load.prevVersion }),
    }),
  );
}

/** Takes rows through the whole pipeline; gives the version they became. */
export async function publishedUpload(db: FreshDatabase, actor: Actor, load: Load): Promise<{ upload: Upload; version: number }> {
  const upload = await stagedUpload(db, actor, load);
  const published = await db.unitOfWork.run(actor, (work) => publishCatalogue(work, { uploadId: upload.id }));
  return { upload, version: value(published).version };
}

/** A supplier with a published catalogue of `count` bolts (or the rows given). */
export async function publishedCatalogue(
  db: FreshDatabase,
  given: { actor?: Actor; count?: number; rows?: Iterable<StagedRow> } = {},
): Promise<{ actor: Actor; catalogueId: string }> {
  const actor = given.actor ?? (await organization(db));
  const catalogueId = await catalogueOf(db, actor);
  await publishedUpload(db, actor, { catalogueId, rows: given.rows ?? bolts(given.count ?? 10) });
  return { actor, catalogueId };
}

async function* inOnePiece(rows: Iterable<StagedRow>): AsyncGenerator<Iterable<StagedRow>> {
  yield rows;
}
