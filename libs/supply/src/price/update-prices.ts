import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Fault, fail, isLocalDate, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, rows, type Work } from '#libs/platform';
import { lockCatalogue } from '../catalogue/catalogue.reader.js';
import type { Publication } from '../publication/publication.entity.js';
import { publishCatalogue } from '../publication/publish-catalogue.js';
import { finishStaging } from '../staging/finish-staging.js';
import { stageCatalogueRows } from '../staging/stage-catalogue-rows.js';
import type { StagedRow } from '../staging/staged-row.js';
import { startUpload } from '../upload/start-upload.js';

/** Prices of one call at most; more come as a file. */
export const priceLinesMax = 1000;

const number = z.string().max(40);
const day = z.string().refine(isLocalDate, 'a day as CCYY-MM-DD');

const line = z.strictObject({
  supplierPart: z.string().trim().min(1).max(70),
  listPrice: number.nullish(),
  currency: z.string().length(3).nullish(),
  basis: number.nullish(),
  breaks: z
    .array(z.strictObject({ from: number, price: number }))
    .max(100)
    .nullish(),
  breakMode: z.enum(['WHOLE', 'GRADUATED']).nullish(),
  priceType: z.enum(['FIRM', 'BUDGET', 'QUOTE']).nullish(),
  validFrom: day.nullish(),
  validTo: day.nullish(),
  heldUntil: day.nullish(),
});

const input = z.strictObject({
  catalogueId: z.uuid(),
  lines: z.array(line).min(1).max(priceLinesMax),
});

export type UpdatePricesInput = z.input<typeof input>;
export type UpdatePricesError = Fault<'PriceLineRefused'>;

/**
 * Gives offers of one catalogue new prices and publishes them as its next version, all of them or none. What is said of a price (list price, breaks, currency,
 * days, what it is worth) replaces what stood there, a basis that is not said stays; everything else of the offers, their stock and the other
 * offers stay, and a rollback brings the old prices back. Errors: PriceLineRefused for each line that is wrong, unknown or named twice, with the code of
 * the row problem. Throws NotFound for a foreign catalogue, Forbidden without catalogue:publish, BadInput.
 */
export async function updatePrices(work: Work, given: UpdatePricesInput): Promise<Result<Publication, UpdatePricesError>> {
  requirePermission(work, 'catalogue:publish');
  const { catalogueId, lines } = checkInput(input, given);
  // Before anything is compared: two calls at once wait here, and the second sees what the first published.
  await lockCatalogue(work, catalogueId);
  const text = JSON.stringify(lines);
  const { id: uploadId } = await startUpload(work, {
    catalogueId,
    kind: 'PRICES',
    fileName: 'prices',
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    loadMode: 'DELTA',
  });
  await stageCatalogueRows(work, { uploadId, rows: lines.map(stagedPrice) });
  const staged = await finishStaging(work, { uploadId, complete: true, loadMode: 'DELTA' });
  if (staged.counts?.refused !== 0) return fail(...(await refusals(work, uploadId)));
  const published = await publishCatalogue(work, { uploadId });
  if (!published.ok) throw new Error(`prices were not published: ${published.errors.map(({ code }) => code).join(', ')}`);
  return ok(published.value);
}

/** Numbered from 1, as a file would be. */
function stagedPrice({ supplierPart, ...said }: z.output<typeof line>, n: number): StagedRow {
  const price = Object.fromEntries(Object.entries(said).filter(([, value]) => value != null));
  return { ...price, line: n + 1, action: 'PRICE', supplierPart };
}

async function refusals(work: Work, uploadId: string): Promise<UpdatePricesError[]> {
  const found = await rows<{ line: number; code: string; part: string | null; column: string | null }>(
    work,
    `select p.line, p.code, p.supplier_part as part, p.column_name as column from supply.row_problem p
     where p.org_id = $1 and p.upload_id = $2 and p.severity = 'ERROR' order by p.line, p.id`,
    [work.actor.orgId, uploadId],
  );
  return found.map(({ line: at, code, part, column }) => ({
    code: 'PriceLineRefused',
    path: ['lines', String(at - 1), ...(column ? [column] : [])],
    values: { supplierPart: part ?? '', reason: code },
  }));
}
