import { affected, type Work } from '#libs/platform';
import { lockUpload } from '../upload/upload.reader.js';

/** A part in a group of the supplier's own catalogue tree. */
export interface StagedCategory {
  supplierPart: string;
  /** Name of the group with its ancestors, `Fasteners / Screws`. */
  category: string;
}

/** Characters of a category at most, as an offer keeps it. */
const categoryMax = 120;

/**
 * Stages which groups parts stand in, for formats that tell it after their rows (BMEcat). Rows that name a category themselves keep it; a part in several
 * groups gets the first in alphabet. May be called in batches. Throws NotFound for a foreign upload.
 */
export async function stageCategories(
  work: Work,
  input: { uploadId: string; categories: readonly StagedCategory[] },
): Promise<void> {
  const upload = await lockUpload(work, input.uploadId);
  if (upload.state !== 'PARSING') throw new Error(`upload ${upload.id} is ${upload.state}`);
  await affected(
    work,
    `insert into supply.staged_category (org_id, upload_id, supplier_part, category)
     select $1, $2, c.part, c.category from unnest($3::text[], $4::text[]) as c (part, category) on conflict do nothing`,
    [
      upload.orgId,
      upload.id,
      input.categories.map((entry) => entry.supplierPart),
      input.categories.map((entry) => entry.category.slice(0, categoryMax)),
    ],
  );
}
