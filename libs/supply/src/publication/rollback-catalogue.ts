import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, requirePermission, type Work } from '#libs/platform';
import type { Catalogue } from '../catalogue/catalogue.entity.js';
import { lockCatalogue } from '../catalogue/catalogue.reader.js';
import { allowBulk } from '../staging/bulk.settings.js';
import { contentColumns, digestOf } from '../staging/row-columns.js';
import { applyOffers } from './offer.merge.js';
import type { Publication } from './publication.entity.js';
import { publicationOf } from './publication.reader.js';
import { refreshSummary, writeVersion } from './publish-catalogue.js';

export type RollbackError = Fault<'VersionUnknown'> | Fault<'VersionConflict'>;

export interface RollbackInput {
  catalogueId: string;
  /** An earlier version; 0 is the empty catalogue before the first publication. */
  toVersion: number;
  /** The newest version the person saw; another one published since is a VersionConflict. */
  expectedVersion?: number;
}

/**
 * Publishes a new version with the content of an earlier one (trade-rules 17). Stock, agreements, reservations, orders, and whom
 * offers are shown stay as they are; offers that came later are withdrawn. Errors: VersionUnknown (none, or the present one), VersionConflict.
 * Throws NotFound for a foreign catalogue, Forbidden.
 */
export async function rollbackCatalogue(work: Work, input: RollbackInput): Promise<Result<Publication, RollbackError>> {
  requirePermission(work, 'catalogue:publish');
  const catalogue = await lockCatalogue(work, input.catalogueId);
  if (input.expectedVersion !== undefined && input.expectedVersion !== catalogue.version) {
    return fail({ code: 'VersionConflict', path: ['expectedVersion'], values: { present: catalogue.version } });
  }
  if (!Number.isInteger(input.toVersion) || input.toVersion < 0 || input.toVersion >= catalogue.version) {
    return fail({
      code: 'VersionUnknown',
      path: ['toVersion'],
      values: { version: input.toVersion, present: catalogue.version },
    });
  }
  await allowBulk(work);
  await collectEarlier(work, catalogue, input.toVersion);
  const version = catalogue.version + 1;
  const counts = await applyOffers(work, { catalogueId: catalogue.id, version });
  await refreshSummary(work);
  await writeVersion(work, catalogue, {
    version,
    sequence: catalogue.sequence,
    counts,
    uploadId: null,
    rolledBackTo: input.toVersion,
  });
  return ok(await publicationOf(work, catalogue.id, version));
}

/**
 * The offers whose content at `toVersion` differs from now. An offer younger than that version has its old state in the history,
 * or none: then it was not there. Equal digests mean equal content, so an offer that went and came back is left alone.
 */
async function collectEarlier(work: Work, catalogue: Catalogue, toVersion: number): Promise<void> {
  const scope = `o.org_id = '${catalogue.orgId}' and o.catalogue_id = '${catalogue.id}' and o.from_version > ${toVersion}`;
  const history = `left join supply.offer_history h on h.org_id = o.org_id and h.catalogue_id = o.catalogue_id and h.offer_id = o.id
    and h.from_version <= ${toVersion} and h.to_version >= ${toVersion}`;
  await affected(work, 'drop table if exists pg_temp.next_content, pg_temp.next_offer, pg_temp.gone_offer');
  await affected(
    work,
    `create temp table next_content on commit drop as
     select o.id as offer_id, true as existed, o.status = 'WITHDRAWN' as returned, r.part_id, r.supplier_part, ${contentColumns.map(asShownNow).join(', ')},
       b.break_from, b.break_price, d.digest
     from supply.offer o ${history} cross join lateral jsonb_populate_record(null::supply.offer, h.row) as r
     cross join lateral (select
       case when r.break_count > 0 then array(select e::numeric from jsonb_array_elements_text(h.row -> 'break_from') with ordinality as t (e, n) order by n) end as break_from,
       case when r.break_count > 0 then array(select e::numeric from jsonb_array_elements_text(h.row -> 'break_price') with ordinality as t (e, n) order by n) end as break_price) b
     cross join lateral (select case when r.audience is not distinct from o.audience then r.digest
       else ${digestOf(asShownNow, { from: 'b.break_from', price: 'b.break_price' })} end as digest) d
     where ${scope} and r.status = 'ACTIVE' and (o.status = 'WITHDRAWN' or o.digest <> d.digest or o.part_id <> r.part_id)`,
  );
  await affected(
    work,
    'create temp table next_offer on commit drop as select offer_id, existed, returned, part_id from next_content',
  );
  await affected(
    work,
    `create temp table gone_offer on commit drop as select o.id as offer_id from supply.offer o ${history}
     where ${scope} and o.status = 'ACTIVE' and (h.offer_id is null or h.row ->> 'status' = 'WITHDRAWN')`,
  );
  await affected(work, 'analyze next_content (offer_id), next_offer, gone_offer');
}

/** A column of the earlier state; whom it is shown is a decision about the offer, not its content, and is never rolled back. */
function asShownNow(column: string): string {
  return `${column === 'audience' ? 'o' : 'r'}.${column}`;
}
