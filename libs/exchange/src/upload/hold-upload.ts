import { z } from 'zod';
import { checkMapping, type Mapping, type PeekedHeaders, peekHeaders } from '#libs/documents';
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

const mappingShape = z.strictObject({
  columns: z.record(z.string().max(200), z.string().max(400)),
  constants: z.record(z.string().max(200), z.string().max(400)).optional(),
  decimalSeparator: z.enum(['.', ',']),
  dateFormat: z.string().max(20).optional(),
  currency: z.string().length(3).optional(),
  language: z.string().min(2).max(5).optional(),
  mode: z.enum(['full', 'delta']).optional(),
});

/** The columns of an upload's file, its first rows, and what they seem to mean: the supplier's remembered mapping where its columns fit. */
export async function headersOf(
  files: FileStore,
  upload: Upload,
  given: { remembered?: Mapping | undefined; charset?: string | undefined },
): Promise<PeekedHeaders> {
  const { remembered } = given;
  const charset = given.charset ?? planOf(upload).charset;
  const source = await files.open(upload.sha256);
  if (!source) throw new Error(`the file of upload ${upload.id} is not in the store`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= 65_536) break;
  }
  const peeked = peekHeaders(Buffer.concat(chunks), {
    whole: size < 65_536,
    ...(charset && isCharset(charset) ? { charset } : {}),
  });
  const fits =
    remembered !== undefined &&
    peeked.headers.length > 0 &&
    Object.keys(remembered.columns).every((column) => peeked.headers.includes(column));
  return fits ? { ...peeked, mapping: remembered } : peeked;
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
