export { CatalogModule, catalogRoom } from './catalog.module.js';
export { type ManufacturerClaim, manufacturerAlias } from './manufacturer/manufacturer-alias.js';
export { Manufacturer, Part, PartAlias } from './part/part.entity.js';
export { ManufacturerType, PartType } from './part/part.graphql.js';
export { manufacturerLoader, partLoader } from './part/part.loader.js';
export { aliasesOf, partById, partsById, partsByNumber } from './part/part.reader.js';
export { type AliasLine, type SavePartAliasesError, savePartAliases } from './part/save-part-aliases.js';
export { permissions as catalogPermissions } from './permissions.js';
