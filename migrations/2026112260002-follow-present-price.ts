import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, rewriteDefiners, sql, undone } from './support.js';

const told = `jsonb_build_object('org', ${ACTING})`;
const quiet = told.replace("'org'", "'quiet', true, 'org'");
const jobs = 'from unnest(array[p_row.org_id, p_row.counterparty_id]) as o (org) where o.org is distinct from v_actor;';
// What an order does to its cores is told with the order: twenty units are not twenty letters.
const loud =
  "from unnest(array[p_row.org_id, p_row.counterparty_id]) as o (org) where o.org is distinct from v_actor and not p_said ? 'quiet';";

const open = `('ACCEPTED', 'BILLED', 'CANCELLED')`;
// The fee of a unit is its share of what the line costs now; the shares together are that amount.
const shares = `
       update procurement.rotable r set fee = s.fee from (
         select c.id, round(l.live_amount * c.place / c.units, scale(l.live_amount)) - round(l.live_amount * (c.place - 1) / c.units, scale(l.live_amount)) as fee
         from (select x.id, row_number() over (order by x.unit) as place, count(*) over () as units from procurement.rotable x
           where x.org_id = p_org and x.order_id = p_order and x.line_id = v_line.line_id and x.status <> 'CANCELLED') c
         join procurement.order_line l on l.org_id = p_org and l.order_id = p_order and l.id = v_line.line_id) s
       where r.org_id = p_org and r.id = s.id and r.status not in ${open} and r.fee is distinct from s.fee;`;
const ended = '       end loop;\n     end loop;';
const fitted = `       end loop;${shares}\n     end loop;`;

const part = "v_part text := coalesce(v_set ->> 'inPart', p_row.in_part, p_row.part_number);";
// A rejected core is not the one that comes in its place, and its number is not that one's.
const anew =
  "v_part text := coalesce(v_set ->> 'inPart', case when p_row.status <> 'REJECTED' then p_row.in_part end, p_row.part_number);";

const texts: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  log_rotable: [[jobs, loud]],
  fit_cores: [
    [told, quiet],
    [ended, fitted],
  ],
  claim_serial: [[part, anew]],
};

/** What an exchange costs follows the price that was agreed last; a core in the place of a rejected one is known by its own number. */
export class FollowPresentPrice2026112260002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, ['grant update (fee) on procurement.rotable to entrepot_definer']);
    await rewriteDefiners(runner, 'procurement', texts);
  }

  async down(runner: QueryRunner): Promise<void> {
    const back = Object.entries(texts).map(([name, pieces]) => [name, undone(pieces)] as const);
    await rewriteDefiners(runner, 'procurement', Object.fromEntries(back));
    await sql(runner, ['revoke update (fee) on procurement.rotable from entrepot_definer']);
  }
}
