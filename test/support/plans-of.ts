import type pg from 'pg';
import type { Actor, Work } from '#libs/platform';
import type { FreshDatabase } from './fresh-database.js';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

/** What PostgreSQL did for each statement of a reader: the indexes that it went along, and the tables that it read from end to end. */
export interface Plan {
  indexes: string[];
  scanned: string[];
}

/** Runs a reader as an actor, behind the walls, and gives the plan of each of its statements. */
export async function plansOf(
  db: FreshDatabase,
  actor: Actor,
  reader: (work: Pick<Work, 'tx' | 'actor'> & Work) => Promise<unknown>,
): Promise<Plan[]> {
  const plans: Plan[] = [];
  await db.unitOfWork.read(actor, async (work) => {
    const client: pg.PoolClient = await work.tx.queryRunner?.connect();
    const query = async (text: string, values: unknown[]) => {
      const { rows } = await client.query(`explain (format json) ${text}`, values);
      plans.push(planOf(rows[0]['QUERY PLAN'][0].Plan));
      return client.query(text, values);
    };
    const tx = { queryRunner: { connect: async () => ({ query }) } } as never;
    return reader({ ...work, actor, now: work.now, tx } as never);
  });
  return plans;
}

function planOf(root: PlanNode): Plan {
  const nodes = flat(root);
  return {
    indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
    scanned: nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? (node['Relation Name'] ?? []) : [])),
  };
}

const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)];
