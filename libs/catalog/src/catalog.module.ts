import { Module } from '@nestjs/common';
import type { Room } from '#libs/platform';
import { Manufacturer, Part, PartAlias } from './part/part.entity.js';
import { PartResolver } from './part/part.resolver.js';

@Module({ providers: [PartResolver] })
export class CatalogModule {}

/** Parts and their makers, as the hub and the worker take them. */
export const catalogRoom: Room = { name: 'catalog', module: CatalogModule, entities: [Manufacturer, Part, PartAlias] };
