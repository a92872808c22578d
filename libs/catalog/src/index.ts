// alternates
export { AlternativesArgs, PartAlternativeType } from './alternate/alternatives.graphql.js';
export { alternativesLoader, questionOf } from './alternate/alternatives.loader.js';
export {
  type Alternative,
  type AlternativeQuestion,
  type AlternativeReason,
  type AlternativeStep,
  alternativesOf,
  readAlternatives,
  type SaleBlock,
  saleBlocks,
} from './alternate/alternatives.reader.js';
export { importedLinksMax, importLinks, type LinkImport } from './alternate/file/import-links.js';
export { type LinkColumn, type LinkRow, type LinkRowFault, linkColumns } from './alternate/file/link-row.js';
export { type ApproveLinkError, approveLink } from './alternate/link/approve-link.js';
export { type AssertLinkError, assertLink } from './alternate/link/assert-link.js';
export type { InterchangeLink, LinkApproval, LinkKey, LinkStanding } from './alternate/link/link.entity.js';
export type { ApproveLinkInput, AssertLinkInput } from './alternate/link/link.input.js';
export { linkByKey, linksAround } from './alternate/link/link.reader.js';
export { revokeApproval } from './alternate/link/revoke-approval.js';
export { withdrawLink } from './alternate/link/withdraw-link.js';
export { CatalogModule, catalogRoom } from './catalog.module.js';
export { type ManufacturerClaim, manufacturerAlias } from './manufacturer/manufacturer-alias.js';
export { Manufacturer, Part, PartAlias } from './part/part.entity.js';
export { ManufacturerType, PartType } from './part/part.graphql.js';
export { manufacturerLoader, partLoader } from './part/part.loader.js';
export { aliasesOf, partById, partsById, partsByNumber } from './part/part.reader.js';
export { type AliasLine, type SavePartAliasesError, savePartAliases } from './part/save-part-aliases.js';
export { permissions as catalogPermissions } from './permissions.js';
