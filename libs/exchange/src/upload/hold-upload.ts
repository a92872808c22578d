import { z } from 'zod';
import {
  checkMapping,
  type Mapping,
  type PeekedHeaders,
  peekHeaders,
  problemOf,
  type RowProblem,
  sheetNames,
} from '#libs/documents';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { addJob, type FileStore, requirePermission, type Work } from '#libs/platform';
import {
  catalogueById,
  changeCatalogue,
  type LoadMode,
  planReading,
  supplyPermissions,
  type Upload,
  uploadById,
} from '#libs/supply';
import { isCharset, planOf, storedPlan } from './reading-plan.reader.js';
import { isWorkbook, storedBytes, uploadSource } from './upload-source.js';

const mappingShape = z.strictObject({
  columns: z.record(z.string().max(200), z.string().max(400)),
  constants: z.record(z.string().max(200), z.string().max(400)).optional(),
  decimalSeparator: z.enum(['.', ',']),
  dateFormat: z.string().max(20).optional(),
  currency: z.string().length(3).optional(),
  language: z.string().min(2).max(5).optional(),
  sheet: z.string().max(255).optional(),
  mode: z.enum(['full', 'delta']).optional(),
});

/** The columns of an upload's file, its first rows, and what they seem to mean: the supplier's remembered mapping where its columns fit. */
export async function headersOf(
  files: FileStore,
  upload: Upload,
  given: { remembered?: Mapping | undefined; charset?: string | undefined; sheet?: string | undefined },
): Promise<UploadHeaders> {
  const { remembered } = given;
  const start = await startOf(files, upload, given);
  if ('problem' in start) return { headers: [], samples: [], sheets: start.sheets, problem: start.problem };
  const { chunks, size, sheets } = start;
  const charset = start.charset ?? given.charset ?? planOf(upload).charset;
  const peeked = peekHeaders(Buffer.concat(chunks), {
    whole: size < 65_536,
    ...(charset && isCharset(charset) ? { charset } : {}),
  });
  const fits =
    remembered !== undefined &&
    peeked.headers.length > 0 &&
    Object.keys(remembered.columns).every((column) => peeked.headers.includes(column));
  const mapping = fits ? remembered : peeked.mapping;
  return { ...peeked, ...(mapping ? { mapping: onSheet(mapping, start.sheet) } : {}), sheets };
}

/** A remembered sheet may be gone from this workbook, and a CSV has none. */
function onSheet({ sheet: _, ...mapping }: Mapping, sheet: string | undefined): Mapping {
  return sheet === undefined ? mapping : { ...mapping, sheet };
}

/** What the wizard shows of a file. */
export interface UploadHeaders extends PeekedHeaders {
  /** Of a workbook, those that a person sees. */
  sheets: readonly string[];
}

interface Start {
  chunks: Uint8Array[];
  size: number;
  sheets: readonly string[];
  charset: 'utf-8' | undefined;
  /** The one that was chosen; absent: the first. */
  sheet: string | undefined;
}

/** The first 64 KiB of the text, or why a workbook has none. */
async function startOf(
  files: FileStore,
  upload: Upload,
  { sheet, remembered }: { sheet?: string | undefined; remembered?: Mapping | undefined },
): Promise<Start | { problem: RowProblem; sheets: readonly string[] }> {
  let sheets: readonly string[] = [];
  try {
    if (await isWorkbook(files, upload)) sheets = await sheetNames(storedBytes(files, upload));
    const named = sheet ?? (remembered?.sheet !== undefined && sheets.includes(remembered.sheet) ? remembered.sheet : undefined);
    const source = await uploadSource(files, upload, { decimalSeparator: '.', ...(named === undefined ? {} : { sheet: named }) });
    const start: Start = { chunks: [], size: 0, sheets, charset: source.sheet?.charset, sheet: named };
    try {
      for await (const chunk of source.bytes) {
        start.chunks.push(chunk);
        start.size += chunk.length;
        if (start.size >= 65_536) break;
      }
    } finally {
      source.close();
    }
    return start;
  } catch (error) {
    const problem = problemOf(error);
    if (problem) return { problem, sheets };
    throw error;
  }
}

export interface ReadHeldUpload {
  uploadId: string;
  /** Mapping as JSON; absent: the suggestion, or no mapping for formats without columns. */
  mappingJson?: string | null;
  loadMode?: LoadMode | null;
  /** Encoding of a file that does not say it, as WHATWG names it; absent: as it was sent, else told by its bytes. */
  charset?: string | null;
  /** Whether the catalogue remembers the mapping for the next file. */
  remember?: boolean | null;
}

/**
 * Lets a held upload be read, with the mapping its supplier has settled on. Errors: UploadMappingInvalid with the first fault, UploadCharsetUnknown, UploadNotHeld
 * when it is being read already. Throws Forbidden, NotFound.
 */
export async function readHeldUpload(
  work: Work,
  input: ReadHeldUpload,
): Promise<Result<Upload, Fault<'UploadMappingInvalid' | 'UploadNotHeld' | 'UploadCharsetUnknown'>>> {
  requirePermission(work, supplyPermissions.uploadCatalogues);
  const upload = await uploadById(work, input.uploadId);
  if (upload.state !== 'QUARANTINED') return fail({ code: 'UploadNotHeld', path: ['uploadId'], values: { state: upload.state } });
  const mapping = readMapping(input.mappingJson ?? undefined);
  if (!mapping.ok) return mapping;
  const charset = input.charset?.trim() || planOf(upload).charset;
  if (charset !== undefined && !isCharset(charset))
    return fail({ code: 'UploadCharsetUnknown', path: ['charset'], values: { charset: charset.slice(0, 40) } });
  const plan = storedPlan({ ...(mapping.value ? { mapping: mapping.value } : {}), ...(charset ? { charset } : {}) });
  const loadMode = input.loadMode ?? undefined;
  await planReading(work, { uploadId: upload.id, ...(plan ? { mapping: plan } : {}), ...(loadMode ? { loadMode } : {}) });
  if (input.remember && mapping.value && upload.catalogueId) await remember(work, upload.catalogueId, mapping.value);
  await addJob(work, {
    task: 'exchange.read-upload',
    payload: { id: upload.id },
    attemptsMax: 3,
    key: `read-upload:${upload.id}`,
  });
  return ok(await uploadById(work, upload.id));
}

async function remember(work: Work, catalogueId: string, mapping: Mapping): Promise<void> {
  const { revision } = await catalogueById(work, catalogueId);
  const changed = await changeCatalogue(work, { catalogueId, expectedRevision: revision, mapping: { columns: mapping } });
  if (!changed.ok) throw new Error(`the mapping was not remembered: ${changed.errors.map((error) => error.code).join(', ')}`);
}

function readMapping(text: string | undefined): Result<Mapping | undefined, Fault<'UploadMappingInvalid'>> {
  if (text === undefined || text.trim() === '') return ok(undefined);
  const refused = (reason: string) => fail({ code: 'UploadMappingInvalid' as const, path: ['mappingJson'], values: { reason } });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused('not JSON');
  }
  const read = mappingShape.safeParse(json);
  if (!read.success) return refused(`${read.error.issues[0]!.path.join('.')}: ${read.error.issues[0]!.message}`);
  const mapping = read.data as Mapping;
  const wrong = checkMapping(mapping, Object.keys(mapping.columns)).find((problem) => problem.severity === 'error');
  return wrong ? refused(wrong.message) : ok(mapping);
}
