import type { z } from 'zod';
import { StartError } from '../database/start-error.js';
import { settings } from './settings.js';

/** The settings, checked and typed. Read once at start; nothing else looks into the environment. */
export type Config = { readonly [K in keyof typeof settings]: z.output<(typeof settings)[K]['schema']> };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; an empty variable counts as absent. Throws StartError naming every variable that is wrong, without its value. */
export function readConfig(env: Environment): Config {
  const config: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { variable, byDefault, schema }] of Object.entries(settings)) {
    const parsed = schema.safeParse(env[variable] || byDefault);
    if (parsed.success) config[name] = parsed.data;
    else problems.push(`${variable} ${parsed.error.issues[0]?.message ?? 'is wrong'}`);
  }
  if (env['DATABASE_URL'] && !env['DATABASE_JOBS_URL']) problems.push('DATABASE_JOBS_URL must be given with DATABASE_URL');
  if (problems.length > 0) throw new StartError(`The configuration cannot be used: ${problems.join('; ')}.`);
  return config as unknown as Config;
}

/** Variables that look like ours and are not, to be warned of: a misspelt setting is otherwise silent. */
export function unknownSettings(env: Environment): string[] {
  const known = new Set<string>(Object.values(settings).map((s) => s.variable));
  return Object.keys(env).filter(
    (name) => name.startsWith('ENTREPOT_') && !name.startsWith('ENTREPOT_TEST_') && !known.has(name),
  );
}

/** docs/configuration.md: one row per setting. */
export function configurationPage(): string {
  const rows = Object.values(settings).map(
    ({ variable, byDefault, sentence }) => `| \`${variable}\` | ${byDefault ? `\`${byDefault}\`` : ''} | ${sentence} |`,
  );
  return [
    '# Configuration',
    '',
    'Every setting is an environment variable. Printed from `libs/platform/src/config/settings.ts`.',
    '',
    '| variable | default | what it does |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
