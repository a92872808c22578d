// Writes apps/hub/src/schema.graphql from the resolver classes of every room, without a database; `--check` compares instead.
// Reads the built server (npm run build).
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';

const file = fileURLToPath(new URL('../apps/hub/src/schema.graphql', import.meta.url));
const { schemaOptions } = await import('#libs/platform');
const { rooms } = await import('../dist/apps/hub/src/hub.module.js');

/** Providers of a module and of those it imports that carry GraphQL's mark of a resolver. */
function resolversOf(module, seen = new Set()) {
  if (!module || seen.has(module)) return [];
  seen.add(module);
  const own = (Reflect.getMetadata('providers', module) ?? []).filter(
    (provider) =>
      typeof provider === 'function' &&
      (Reflect.hasMetadata('graphql:resolver_type', provider) ||
        Object.getOwnPropertyNames(provider.prototype).some((name) => Reflect.hasMetadata('graphql:resolver_type', provider.prototype[name] ?? {}))),
  );
  return [...own, ...(Reflect.getMetadata('imports', module) ?? []).flatMap((inner) => resolversOf(inner.module ?? inner, seen))];
}

const resolvers = rooms.flatMap((room) => resolversOf(room.module));
if (resolvers.length === 0) {
  console.error('There is no resolver yet: no schema to write.');
  process.exit(process.argv.includes('--check') ? 1 : 0);
}
const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
const schema = await app.get(GraphQLSchemaFactory).create(resolvers, schemaOptions);
await app.close();

const text = `# Written by .config/graphql-schema.mjs from the resolver classes; not edited by hand.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
  console.log(`schema.graphql: ${Object.keys(schema.getTypeMap()).length} types`);
} else if (!same(text)) {
  console.error('apps/hub/src/schema.graphql is not what the code says: node .config/graphql-schema.mjs');
  process.exit(1);
}

function same(wanted) {
  try {
    return readFileSync(file, 'utf8') === wanted;
  } catch {
    return false;
  }
}
