import { Module } from '@nestjs/common';
import type { Room } from '#libs/platform';
import {
  AlternativeResolver,
  AlternativeStepResolver,
  PartAlternativesResolver,
  SaleBlockResolver,
} from './alternate/alternatives.resolver.js';
import { InterchangeCodeResolver, LinkResolver } from './alternate/link/link.resolver.js';
import { Manufacturer, Part, PartAlias } from './part/part.entity.js';
import { PartResolver } from './part/part.resolver.js';

@Module({
  providers: [
    PartResolver,
    PartAlternativesResolver,
    AlternativeResolver,
    AlternativeStepResolver,
    SaleBlockResolver,
    LinkResolver,
    InterchangeCodeResolver,
  ],
})
export class CatalogModule {}

/** Parts and their makers, as the hub and the worker take them. */
export const catalogRoom: Room = { name: 'catalog', module: CatalogModule, entities: [Manufacturer, Part, PartAlias] };
