import { NotFound, rows, type Work } from '#libs/platform';
import type { Question } from '../tender/tender.entity.js';
import { listedRows, type TenderRows } from '../tender/tender-rows.reader.js';

type Reading = Pick<Work, 'tx' | 'actor'>;

const columns = `q.id, q.lot_id as "lotId", q.body, q.in_time as "inTime", q.asked_at as "askedAt", q.answer, q.answered_at as "answeredAt",
  exists (select from tendering.question_asker a where a.org_id = $1 and a.question_id = q.id) as mine`;

/** The questions that the acting organisation reads: as the buyer all, else the answered ones and its own. */
export const questionRows: TenderRows<Question> = {
  name: 'questions',
  columns,
  from: 'tendering.question q',
  tender: 'q.tender_id',
  order: [
    { sql: 'q.asked_at', cast: 'timestamptz' },
    { sql: 'q.id', cast: 'uuid' },
  ],
  latest: true,
  of: (row: Question) => row,
};

/** Those of tenders, the last 100 of each. */
export const questionsOf = (work: Reading, tenderIds: readonly string[]): Promise<Question[][]> =>
  listedRows(work, questionRows, tenderIds);

/** One question. Throws NotFound. */
export async function questionById(work: Reading, id: string): Promise<Question> {
  const [found] = await rows<Question>(work, `select ${columns} from tendering.question q where q.id = $2`, [
    work.actor.orgId,
    id,
  ]);
  if (!found) throw new NotFound(`question ${id}`);
  return found;
}
