// agreement
export { Agreement, AgreementPrice, type PricingDate } from './agreement/agreement.entity.js';
export type { SignAgreementInput } from './agreement/agreement.input.js';
export { agreementOrdering, agreementsOf, termsOf } from './agreement/agreement.reader.js';
export { type SignAgreementError, signAgreement } from './agreement/sign-agreement.js';
// availability
export type { AvailabilityInput } from './availability/availability.input.js';
export {
  availabilityOf,
  type LineAnswer,
  type OfferAnswer,
  type OfferCard,
  readAvailability,
} from './availability/availability.reader.js';
export type { LineProblem, Obstacle, PartCandidate, StockPlace } from './availability/availability.row.js';
export { OfferType } from './availability/offer.graphql.js';
export { offerLoader } from './availability/offer.loader.js';
export { offersById } from './availability/offer.reader.js';
export { Catalogue } from './catalogue/catalogue.entity.js';
export { catalogueById, cataloguesOf } from './catalogue/catalogue.reader.js';
// catalogue
export { type CatalogueChange, type ChangeCatalogueError, changeCatalogue } from './catalogue/change-catalogue.js';
export {
  type CatalogueError,
  type CatalogueInput,
  createCatalogue,
  type MakerRule,
  openCatalogue,
} from './catalogue/create-catalogue.js';
// memory
export { type KnownBlock, knownBlocks, type RecordBase, recordBaseOf, rulesOf } from './memory/record-memory.reader.js';
export { permissions as supplyPermissions } from './permissions.js';
export type { ChargeBase, OfferCharge, PriceSource } from './price/price.js';
// publication
export { Publication, type PublicationCounts } from './publication/publication.entity.js';
export { CataloguePublished } from './publication/publication.events.js';
export { PublicationJobs } from './publication/publication.job.js';
export { type PublishError, publishCatalogue } from './publication/publish-catalogue.js';
export { type RequestPublicationError, requestPublication } from './publication/request-publication.js';
export { type RollbackError, rollbackCatalogue } from './publication/rollback-catalogue.js';
// search
export {
  type MatchedBy,
  type PartHit,
  type SearchFacets,
  type SearchInput,
  type SearchPage,
  searchParts,
} from './search/search.reader.js';
export { finishStaging, type StagingEnd } from './staging/finish-staging.js';
// staging
export { type PreviewRow, previewRows, type RowChange } from './staging/preview.reader.js';
export { problemsBehind, problemsOf, type UploadProblem } from './staging/problem.reader.js';
export {
  restartStaging,
  type Staged,
  type StagingInput,
  stageCatalogueRows,
  stageProblems,
} from './staging/stage-catalogue-rows.js';
export { type StagedCategory, stageCategories } from './staging/stage-categories.js';
export { type BatchInput, stageInBatches } from './staging/stage-in-batches.js';
export type { RecordMark, RowDetails, SameRow, StagedAction, StagedProblem, StagedRow } from './staging/staged-row.js';
// stock
export { consumeStock } from './stock/consume-stock.js';
export { type ImportStockError, importStock, type StockImport } from './stock/import-stock.js';
export { type HeldMovement, type Moved, releaseStock } from './stock/release-stock.js';
export { type Reservation, type ReservationFault, reserveStock, type StockClaim } from './stock/reserve-stock.js';
export { type SetStockInput, type StockFault, type StockReport, setStock } from './stock/set-stock.js';
export { Stock, StockMovement, type StockSource } from './stock/stock.entity.js';
export { type OfferStock, stockOfParts } from './stock/stock.reader.js';
export { SupplyModule, supplyRoom } from './supply.module.js';
// upload
export { type ConfirmUploadError, confirmUpload } from './upload/confirm-upload.js';
export { type DiscardUploadError, discardUpload } from './upload/discard-upload.js';
export { failUpload, type UploadFailure } from './upload/fail-upload.js';
export { planReading, type ReadingPlan } from './upload/plan-reading.js';
export { startUpload, type UploadStart } from './upload/start-upload.js';
export {
  type LoadMode,
  Upload,
  type UploadCounts,
  type UploadKind,
  type UploadProgress,
  type UploadReason,
  type UploadState,
} from './upload/upload.entity.js';
export { uploadById } from './upload/upload.reader.js';
