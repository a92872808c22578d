import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewrite } from './support.js';

const declared = 'v_page uuid[];';
const declaredToo = `v_lean boolean := coalesce((p_query ->> 'lean')::boolean, false);\n    ${declared}`;
const begin = "'part', json_build_object('id', p.id,";
const maker = "'manufacturerId', p.manufacturer_id, 'manufacturer', json_build_object(";
const end = "'version', m.version))";
const few = "'id', p.id, 'number', p.number, 'key', p.key, 'name', p.name, 'names', p.names";

/** Who lists hits by number, name and maker is not sent the forty other names of a part. */
export class WriteLeanPages2026112260003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const whole = await partOf(runner, begin);
    const makers = whole.slice(whole.indexOf(maker));
    await rewrite(runner, 'supply.read_search', [
      [declared, declaredToo],
      [`'part', ${whole}`, `'part', case when v_lean then json_build_object(${few}, ${makers} else ${whole} end`],
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const whole = await partOf(runner, "else json_build_object('id', p.id,");
    const makers = whole.slice(whole.indexOf(maker));
    await rewrite(runner, 'supply.read_search', [
      [declaredToo, declared],
      [`'part', case when v_lean then json_build_object(${few}, ${makers} else ${whole} end`, `'part', ${whole}`],
    ]);
  }
}

/** The object of a part as the function writes it, from where it is found. */
async function partOf(runner: QueryRunner, from: string): Promise<string> {
  const [found] = await runner.query(`select pg_get_functiondef('supply.read_search'::regproc) as text`);
  const start = found.text.indexOf(from) + from.indexOf('json_build_object');
  const stop = found.text.indexOf(end, start);
  if (start < from.indexOf('json_build_object') || stop < 0)
    throw new Error('supply.read_search has changed: its parts are not found');
  return found.text.slice(start, stop + end.length);
}
