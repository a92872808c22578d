import { affected, type Work } from '#libs/platform';

/**
 * Room for statements over a whole catalogue: sorts and hashes of a hundred thousand rows stay in memory, and the time limit is
 * that of a load, not of a page. Nothing is compiled: each statement runs once, and its compiler would take a third of a second.
 */
export async function allowBulk(work: Work): Promise<void> {
  await affected(
    work,
    `select set_config('work_mem', '128MB', true), set_config('statement_timeout', '900s', true),
       set_config('idle_in_transaction_session_timeout', '900s', true), set_config('jit', 'off', true)`,
  );
}

/**
 * Staging has no statistics (only its owner could ANALYZE, and its rows are minutes old), so the planner takes it for empty and
 * would probe it row by row: quadratic. Joins that read staging run with nested loops off; what they give lies in
 * temporary tables that are analysed, and from there on the planner decides again.
 */
export async function joinBySets(work: Work, only: boolean): Promise<void> {
  await affected(work, `select set_config('enable_nestloop', $1, true)`, [only ? 'off' : 'on']);
}
