import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, one, type Work } from '#libs/platform';
import { keepShown } from '../audience/audience.reader.js';
import type { Upload, UploadCounts } from '../upload/upload.entity.js';
import { lockUpload, moveUpload, stagedRowCount } from '../upload/upload.reader.js';

export type ImportStockError = Fault<'UploadNotReady' | 'StagingLost'>;

/** What a stock file did: location counts, not rows. */
export interface StockImport {
  upload: Upload;
  written: number;
  outdated: number;
  unknown: number;
}

/**
 * Takes the staged rows of an upload of kind STOCK (supplier part, location, quantity, as-of) as the supplier's new counts, in
 * one merge. A row of a part that he does not offer, or offers in several catalogues, is a problem of that row; a count older than the
 * known one, or of a place that is managed here, is a warning and changes nothing; of two counts of one place in the file the newer holds, else the later line. A full
 * load sets the locations of the catalogue that it does not name to zero, unless they were counted later.
 * A file without one good row leaves the upload BLOCKED. Errors: UploadNotReady, StagingLost. Asked again after it is done it does nothing. Throws NotFound.
 */
export async function importStock(
  work: Work,
  input: { uploadId: string; complete?: boolean },
): Promise<Result<StockImport, ImportStockError>> {
  const upload = await lockUpload(work, input.uploadId);
  const complete = input.complete ?? upload.complete;
  if (upload.kind !== 'STOCK') return fail({ code: 'UploadNotReady', path: [], values: { state: upload.state } });
  if (upload.state === 'PUBLISHED' || upload.state === 'BLOCKED') return ok({ upload, written: 0, outdated: 0, unknown: 0 });
  if (!['QUARANTINED', 'PARSING', 'STAGED'].includes(upload.state))
    return fail({ code: 'UploadNotReady', path: [], values: { state: upload.state } });
  const staged = await stagedRowCount(work, upload.id);
  if (staged < upload.stagedRows) return fail({ code: 'StagingLost', path: [] });

  await keepShown(work);
  await collect(work, upload);
  const unknown = await noteProblems(work, upload);
  const outdated = await count(work, 'found and not newer');
  const accepted = await count(work, 'found');
  if (complete && upload.loadMode === 'FULL' && accepted > 0) await addAbsent(work, upload);
  const written = await merge(work);
  await affected(work, tell, [work.actor.orgId]);
  await affected(work, 'drop table stock_count');
  const counts = await countsOf(work, upload, unknown);
  if (accepted === 0) {
    const reasons = [{ code: 'NOTHING_ACCEPTED' as const, facts: { refused: counts.refused } }];
    return ok({
      upload: await moveUpload(work, upload, { state: 'BLOCKED', complete, counts, reasons }),
      written: 0,
      outdated: 0,
      unknown,
    });
  }
  return ok({ upload: await moveUpload(work, upload, { state: 'PUBLISHED', complete, counts }), written, outdated, unknown });
}

const countedAt = (received: Date) => `coalesce(s.stock_as_of, '${received.toISOString()}'::timestamptz)`;

/** Counts of the file with their offer, one per place, in a table of their own: the planner needs its statistics. */
async function collect(work: Work, upload: Upload): Promise<void> {
  const [org, id] = [upload.orgId, upload.id].map((value) => `'${value}'::uuid`);
  const scope = upload.catalogueId ? `and o.catalogue_id = '${upload.catalogueId}'::uuid` : '';
  await affected(work, 'drop table if exists pg_temp.stock_count');
  await affected(
    work,
    `create temp table stock_count on commit drop as
     select distinct on (coalesce(m.offer_id::text, s.supplier_part), w.location) s.line, s.supplier_part, m.offer_id, m.part_id, m.audience, w.location, w.quantity,
       ${countedAt(upload.createdAt)} as as_of, coalesce(m.hits, 0) as hits, coalesce(m.hits = 1, false) as found, h.location is null and (k.as_of is null or k.as_of <= ${countedAt(upload.createdAt)}) as newer, h.location is not null as managed
     from supply.staged_row s cross join lateral unnest(s.stock_location, s.stock_quantity) as w (location, quantity)
     left join lateral (select min(o.id::text)::uuid as offer_id, min(o.part_id::text)::uuid as part_id, min(o.audience::text)::uuid as audience, count(*)::int as hits
       from supply.offer o where o.org_id = ${org} and o.supplier_part = s.supplier_part ${scope} having count(*) > 0) m on true
     left join supply.stock k on k.org_id = ${org} and k.offer_id = m.offer_id and k.location = w.location and m.hits = 1
     left join supply.managed_location h on h.org_id = ${org} and h.location = w.location
     where s.org_id = ${org} and s.upload_id = ${id} and not s.refused and s.supplier_part is not null and s.stock_location is not null
     order by coalesce(m.offer_id::text, s.supplier_part), w.location, ${countedAt(upload.createdAt)} desc, s.line desc`,
  );
  await affected(work, 'analyze stock_count');
}

/** Writes what is wrong with rows of the file; gives how many of them were refused. */
async function noteProblems(work: Work, upload: Upload): Promise<number> {
  await affected(
    work,
    `insert into supply.row_problem (org_id, upload_id, line, column_name, supplier_part, code, facts, severity)
     select $1, $2, c.line, case when c.found and c.managed then 'stockLocation' when c.found then 'stockAsOf' else 'supplierPart' end, c.supplier_part,
       case when c.found and c.managed then 'STOCK_MANAGED_HERE' when c.found then 'STOCK_OUTDATED' when c.hits = 0 then 'SUPPLIER_PART_UNKNOWN' else 'SUPPLIER_PART_AMBIGUOUS' end,
       jsonb_build_object('value', c.supplier_part, 'location', c.location, 'catalogues', c.hits), case when c.found then 'WARNING' else 'ERROR' end
     from stock_count c where not c.found or not c.newer order by c.line`,
    [upload.orgId, upload.id],
  );
  return count(work, 'not found');
}

async function count(work: Work, which: string): Promise<number> {
  const found = await one<{ count: number }>(work, `select count(*)::int as count from stock_count where ${which}`);
  return found?.count ?? 0;
}

/** Places of the catalogue that a full load does not name hold nothing. A refused row keeps what it stood for; one without a number may stand for any (trade-rules 15). */
async function addAbsent(work: Work, upload: Upload): Promise<void> {
  await affected(
    work,
    `insert into stock_count (line, supplier_part, offer_id, part_id, audience, location, quantity, as_of, hits, found, newer, managed)
     select 0, o.supplier_part, o.id, o.part_id, o.audience, k.location, 0, $2, 1, true, true, false
     from supply.offer o join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id
     where o.org_id = $1 and ($3::uuid is null or o.catalogue_id = $3) and k.quantity > 0 and k.as_of <= $2 and k.source <> 'MANAGED'
       and not exists (select 1 from stock_count c where c.offer_id = k.offer_id and c.location = k.location)
       and not exists (select 1 from supply.staged_row s where s.org_id = $1 and s.upload_id = $4 and s.refused and coalesce(s.supplier_part, o.supplier_part) = o.supplier_part)`,
    [upload.orgId, upload.createdAt, upload.catalogueId, upload.id],
  );
}

/** Takes the rows in the order that orders lock them; a count that a newer one has overtaken meanwhile is left. */
async function merge(work: Work): Promise<number> {
  return affected(
    work,
    `insert into supply.stock as k (org_id, offer_id, location, audience, quantity, as_of, source)
     select $1, c.offer_id, c.location, c.audience, c.quantity, c.as_of, 'FILE' from stock_count c where c.found and c.newer order by c.offer_id, c.location
     on conflict (org_id, offer_id, location) do update set quantity = excluded.quantity, as_of = excluded.as_of, source = excluded.source
       where k.as_of <= excluded.as_of and (k.quantity, k.as_of) is distinct from (excluded.quantity, excluded.as_of)`,
    [work.actor.orgId],
  );
}

// In slices, so that no parameter grows without bound.
const tell = `select supply.refresh_part_supply(array_agg(t.part_id)), supply.tell_stock_changed($1, array_agg(t.part_id))
  from (select part_id, (row_number() over (order by part_id) - 1) / 20000 as slice from (select distinct part_id from stock_count where found) d) t
  group by t.slice order by t.slice`;

async function countsOf(work: Work, upload: Upload, unknown: number): Promise<UploadCounts> {
  const found = await one<{ rows: number; refused: number }>(
    work,
    'select count(*)::int as rows, count(*) filter (where refused)::int as refused from supply.staged_row where org_id = $1 and upload_id = $2',
    [upload.orgId, upload.id],
  );
  const { rows, refused } = found ?? { rows: 0, refused: 0 };
  const bad = Math.min(refused + unknown, rows);
  return {
    rows,
    ok: rows - bad,
    refused: bad,
    warnings: 0,
    new: 0,
    changed: 0,
    unchanged: 0,
    withdrawn: 0,
    active: 0,
    unidentified: 0,
    stock: rows - bad,
  };
}
