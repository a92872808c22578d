import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, rewriteDefiners, sql, undone } from './support.js';

/** Open to every supplier: an organisation that only buys reads no tender of another buyer. */
const supplying = ` and (select 'SUPPLIER' = any (o.roles) from organizations.organization o where o.id = ${ACTING})`;
const seen = (id: string, open: string): string =>
  `org_id = ${ACTING} or shown = 'OPEN'${open} or shown = 'INVITED' and (org_id, ${id}) in (select i.org_id, i.tender_id from tendering.invitation i where i.counterparty_id = ${ACTING})`;
const answered = `(answered_at is not null or id in (select a.question_id from tendering.question_asker a where a.org_id = ${ACTING}))`;
const parts = ['lot', 'lot_round', 'tender_line', 'amendment', 'tender_document'];

function walls(open: string): string[] {
  const ofTender = seen('tender_id', open);
  return [
    `alter policy market on tendering.tender using (${ACTING} is not null and (${seen('id', open)}))`,
    ...parts.map((table) => `alter policy market on tendering.${table} using (${ACTING} is not null and (${ofTender}))`),
    `alter policy market on tendering.question using (${ACTING} is not null and (org_id = ${ACTING} or (${ofTender}) and ${answered}))`,
    `alter policy asked on tendering.question with check (org_id <> ${ACTING} and (${ofTender}))`,
    `alter policy bidder_lock on tendering.lot using (shown <> 'DRAFT' and ${ACTING} is not null and (${ofTender}))`,
  ];
}

const readable = `counterparty_id = ${ACTING} and (counterparty_id, lot_id, round) in
  (select r.org_id, r.lot_id, r.round from tendering.lot_round r where r.org_id = ${ACTING} and r.bids_from <= clock_timestamp() and (r.confidentiality = 'OPEN' or r.closes_at <= clock_timestamp()))`;
const receipts = (stands: string): string =>
  `alter policy market on tendering.bid_receipt using (${ACTING} is not null and (org_id = ${ACTING} or ${stands}${readable}))`;

const written = 'lot_id, round, seq, kind, digest, accepted_at, sequence)\n       select distinct';
const kept: [string, string][] = [
  [
    `insert into tendering.bid_receipt (org_id, bid_id, counterparty_id, tender_id, ${written}`,
    `update tendering.bid_receipt x set stands = false where x.org_id = v_bid.org_id and x.bid_id = v_bid.id and x.stands;
     insert into tendering.bid_receipt (org_id, bid_id, counterparty_id, tender_id, ${written.replace('sequence)', 'sequence, stands)')}`,
  ],
  [
    'v_digest, v.accepted_at, v_bid.sequence\n',
    `v_digest, v.accepted_at, v_bid.sequence, v_kind <> 'WITHDRAWN'
`,
  ],
];

/** Open tenders are for suppliers; of a bid that was withdrawn or replaced the buyer reads no receipt. */
export class MendTenderWalls2026112321001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...walls(supplying),
      'alter table tendering.bid_receipt add column stands boolean not null default true',
      ...['bid', 'bid_receipt'].map((table) => `alter table tendering.${table} no force row level security`),
      `update tendering.bid_receipt x set stands = false from tendering.bid b where b.org_id = x.org_id and b.id = x.bid_id and (b.withdrawn_at is not null or b.seq <> x.seq)`,
      ...['bid', 'bid_receipt'].map((table) => `alter table tendering.${table} force row level security`),
      'grant update (stands) on tendering.bid_receipt to entrepot_definer',
      receipts('stands and '),
    ]);
    await rewriteDefiners(runner, 'tendering', { move_bid: kept });
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'tendering', { move_bid: undone(kept) });
    await sql(runner, [receipts(''), 'alter table tendering.bid_receipt drop column stands', ...walls('')]);
  }
}
