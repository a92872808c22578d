// what parts are called
export { type AliasKind, CommonAlias, PartAlias } from './alias/alias.entity.js';
export { aliasesOf, type KnownAlias } from './alias/alias.reader.js';
export type { AliasLine } from './alias/alias.rules.js';
export { endCommonAlias, endPartAlias } from './alias/end-alias.js';
export { type SaveCommonAliasesError, saveCommonAliases } from './alias/save-common-aliases.js';
export { type SavePartAliasesError, savePartAliases } from './alias/save-part-aliases.js';
// alternates
export {
  AlternativeReasonEnum,
  AlternativesArgs,
  ApplicationInput,
  PartAlternativeType,
} from './alternate/alternatives.graphql.js';
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
export { classesUnder, classificationReleases } from './classification/classification.reader.js';
// what kind of thing they are
export type { ClassRow, MappingRow } from './classification/classification.rules.js';
export { type LoadClassMappingError, type LoadClassMappingInput, loadClassMapping } from './classification/load-class-mapping.js';
export {
  type LoadClassificationError,
  type LoadClassificationInput,
  loadClassification,
} from './classification/load-classification.js';
// wrong identities, mended
export {
  type CorrectIdentityError,
  type MergePartsInput,
  mergeParts,
  type SplitPartError,
  type SplitPartInput,
  splitPart,
  type UndoCorrectionError,
  undoCorrection,
} from './correction/correct-identity.js';
export { IdentityCorrection } from './correction/correction.entity.js';
export { listCorrections } from './correction/correction.reader.js';
// who makes them
export {
  type ChangeManufacturerError,
  type ChangeManufacturerInput,
  changeManufacturer,
} from './manufacturer/change-manufacturer.js';
export { ManufacturerMerge } from './manufacturer/manufacturer.entity.js';
export { listManufacturers } from './manufacturer/manufacturer.reader.js';
export { type ManufacturerClaim, makerAliases, manufacturerAlias } from './manufacturer/manufacturer-alias.js';
export {
  type MergeManufacturersError,
  type MergeManufacturersInput,
  mergeManufacturers,
  type UndoManufacturerMergeError,
  undoManufacturerMerge,
} from './manufacturer/merge-manufacturers.js';
export {
  type NameManufacturerError,
  type NameManufacturerInput,
  nameManufacturer,
  type RetireManufacturerNameError,
  retireManufacturerName,
} from './manufacturer/name-manufacturer.js';
// what they are
export { ApprovalBasisEnum } from './part/approval-basis.graphql.js';
export { type ApprovalBasis, approvalBases, approvalBasisOf } from './part/approval-basis.js';
export { Manufacturer, Part } from './part/part.entity.js';
export { ManufacturerType, PartType } from './part/part.graphql.js';
export { manufacturerLoader, partLoader } from './part/part.loader.js';
export { partById, partsById, partsByNumber } from './part/part.reader.js';
export { attributeShapes, type PartAttribute, partAttributes, readPartAttribute } from './part/part-attributes.js';
export { permissions as catalogPermissions } from './permissions.js';
