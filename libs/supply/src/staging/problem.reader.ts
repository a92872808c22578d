import { type Connection, connection, keyset, type Ordering, type PageArgs, pageOf, rows, type Work } from '#libs/platform';
import { idOf } from '../catalogue/catalogue.reader.js';

/** A finding about a row of an upload. */
export interface UploadProblem {
  id: string;
  /** 0 when it concerns the file as a whole. */
  line: number;
  column: string | null;
  supplierPart: string | null;
  code: string;
  facts: Record<string, string>;
  /** The reader's own sentence, in English. */
  message: string | null;
  severity: 'ERROR' | 'WARNING' | 'INFO';
}

const ordering: Ordering = {
  name: 'uploadProblems',
  columns: [
    { sql: 'p.line', cast: 'bigint' },
    { sql: 'p.id', cast: 'uuid' },
  ],
};
const columns =
  'p.id, p.line, p.column_name as "column", p.supplier_part as "supplierPart", p.code, p.facts, p.message, p.severity';

/** A page of an upload's problems in the order of its lines. */
export async function problemsOf(
  work: Work,
  asked: { uploadId: string; severity?: UploadProblem['severity'] },
  args: PageArgs,
): Promise<Connection<UploadProblem>> {
  const page = pageOf(args, ordering);
  const { where, orderBy, limit, values } = keyset(page, ordering, 4);
  const found = await rows<UploadProblem>(
    work,
    `select ${columns} from supply.row_problem p where p.org_id = $1 and p.upload_id = $2 and ($3::text is null or p.severity = $3) and ${where} order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, idOf(asked.uploadId, 'upload'), asked.severity ?? null, ...values],
  );
  return connection(found, page, (problem) => [String(problem.line), problem.id]);
}

/** All problems of an upload by line, a thousand at a time, with the refused row's cells where they are known: for the error file. */
export async function problemsBehind(
  work: Work,
  asked: { uploadId: string; after?: { line: number; id: string } },
): Promise<(UploadProblem & { raw: Record<string, string> | null })[]> {
  return rows(
    work,
    `select ${columns}, p.raw from supply.row_problem p where p.org_id = $1 and p.upload_id = $2 and (p.line, p.id) > ($3, $4) order by p.line, p.id limit 1000`,
    [work.actor.orgId, asked.uploadId, asked.after?.line ?? -1, asked.after?.id ?? '00000000-0000-0000-0000-000000000000'],
  );
}
