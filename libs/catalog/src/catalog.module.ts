import { Module } from '@nestjs/common';
import type { Room } from '#libs/platform';
import { CommonAlias, PartAlias } from './alias/alias.entity.js';
import { AliasResolver } from './alias/alias.resolver.js';
import {
  AlternativeResolver,
  AlternativeStepResolver,
  PartAlternativesResolver,
  SaleBlockResolver,
} from './alternate/alternatives.resolver.js';
import { InterchangeCodeResolver, LinkResolver } from './alternate/link/link.resolver.js';
import { ClassificationResolver } from './classification/classification.resolver.js';
import { ContentJobs, checkLinksTask } from './content/content.job.js';
import { ContentAuthorResolver, PartContentResolver } from './content/content.resolver.js';
import { IdentityCorrection } from './correction/correction.entity.js';
import { CorrectionResolver, MergedPartResolver } from './correction/correction.resolver.js';
import { ManufacturerMerge } from './manufacturer/manufacturer.entity.js';
import { ManufacturerResolver } from './manufacturer/manufacturer.resolver.js';
import { ManufacturerMergeResolver } from './manufacturer/merge.resolver.js';
import { Manufacturer, Part } from './part/part.entity.js';
import { PartResolver } from './part/part.resolver.js';

@Module({
  providers: [
    AliasResolver,
    ClassificationResolver,
    CorrectionResolver,
    ManufacturerMergeResolver,
    ManufacturerResolver,
    MergedPartResolver,
    PartResolver,
    PartContentResolver,
    ContentAuthorResolver,
    ContentJobs,
    PartAlternativesResolver,
    AlternativeResolver,
    AlternativeStepResolver,
    SaleBlockResolver,
    LinkResolver,
    InterchangeCodeResolver,
  ],
})
export class CatalogModule {}

/** Parts, what they are called, and their makers, as the hub and the worker take them. */
export const catalogRoom: Room = {
  name: 'catalog',
  module: CatalogModule,
  entities: [CommonAlias, IdentityCorrection, Manufacturer, ManufacturerMerge, Part, PartAlias],
  jobs: [ContentJobs],
  clocks: [{ task: checkLinksTask, match: '17 * * * *' }],
};
