import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Services } from '../../wiring/services.js';
import { DoorDriver, type DoorOptions } from './driver.js';
import { errorSink } from './operation-plugin.js';

/**
 * Code first, no route in Express, no enhancers on fields: a guard runs once per root field, and a field that only copies a
 * property stays a default resolver. The schema is written to apps/hub/src/schema.graphql by .config/graphql-schema.mjs.
 */
export function graphqlModule(services: Pick<Services, 'config' | 'metrics' | 'logger' | 'denials'>): DynamicModule {
  const { config, metrics, logger, denials } = services;
  const options: Partial<DoorOptions> = {
    autoSchemaFile: true,
    sortSchema: true,
    path: '/graphql',
    openSchema: config.mode !== 'production',
    metrics,
    logger,
    sink: errorSink(logger, denials.denied),
    buildSchemaOptions: schemaOptions,
  };
  return GraphQLModule.forRoot({ driver: DoorDriver, ...options });
}

/** How the schema is built from the classes, the same in the hub and in the script that writes it. */
export const schemaOptions = { numberScalarMode: 'integer' as const };
