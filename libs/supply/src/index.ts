// agreement
export { Agreement, AgreementPrice, type PricingDate } from './agreement/agreement.entity.js';
export type { ReplaceAgreementInput, SignAgreementInput } from './agreement/agreement.input.js';
export { agreementOrdering, agreementsOf, termsOf } from './agreement/agreement.reader.js';
export { type EndAgreementError, endAgreement } from './agreement/end-agreement.js';
export { type ReplaceAgreementError, replaceAgreement } from './agreement/replace-agreement.js';
export { type SignAgreementError, signAgreement } from './agreement/sign-agreement.js';
// asking
export { type AskedFigure, type AskedOffer, type AskingCall, type AskingProfile, askingMapping } from './asking/asking.js';
export { askingProfile, askingProfiles } from './asking/asking.reader.js';
export { AskingDirectory } from './asking/asking-directory.js';
export { recordAsking } from './asking/record-asking.js';
export { removeAsking, saveAsking } from './asking/save-asking.js';
export { StockAsker } from './asking/stock-asker.js';
export { tidyAsking } from './asking/tidy-asking.js';
// audience
export type { BuyerGroup, GroupMember, ShownTo } from './audience/audience.js';
export { groupsOf, membersOf, shownCategoriesOf } from './audience/audience.reader.js';
export { type ChangeGroupError, changeGroup } from './audience/change-group.js';
export { createGroup } from './audience/create-group.js';
export { endGroup } from './audience/end-group.js';
export { openGroups } from './audience/open-groups.js';
export { setGroupMembers } from './audience/set-group-members.js';
export { type ShowCatalogueError, showCatalogue } from './audience/show-catalogue.js';
export { type CatalogueSight, offersInSight, type SightOffer, sightOf, sightOrdering } from './audience/sight.reader.js';
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
export { explained } from './availability/explained.js';
export { freshAvailability, type LabelledLine } from './availability/fresh-availability.js';
export { PriceStepType } from './availability/price-steps.graphql.js';
export { type PriceFacts, type PriceStep as ExplainedStep, priceSteps } from './availability/price-steps.js';
export type { StockLabel } from './availability/stock-label.js';
// calendar
export {
  calendarFor,
  calendarsOf,
  type Inbound,
  type OwnCalendar,
  ownCalendars,
  ownInbound,
  ownTransit,
  type Transit,
} from './calendar/calendar.reader.js';
export { type SaveCalendarError, saveCalendar } from './calendar/save-calendar.js';
export { type SetCalendarDaysError, setCalendarDays } from './calendar/set-calendar-days.js';
export { type InboundReport, setInbound } from './calendar/set-inbound.js';
export { type SetTransitError, setTransit } from './calendar/set-transit.js';
export {
  assumedCalendar,
  dayTaken,
  isWorkingDay,
  type WorkCalendar,
  workingDaysLater,
  workingMinutesLater,
} from './calendar/working-time.js';
export { instantOf, isTimeZone, minutesOf, wallClock } from './calendar/zoned-time.js';
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
// hold
export { expireHolds } from './hold/expire-holds.js';
export { extendHold } from './hold/extend-hold.js';
export { type HolderKind, type HoldPolicy, type HoldStatus, StockHold } from './hold/hold.entity.js';
export { HoldNotGranted, StockHoldType, TooManyHolds } from './hold/hold.graphql.js';
export { HoldJobs } from './hold/hold.job.js';
export { holdPolicy, liveHolds } from './hold/hold.reader.js';
export { type HoldByNameInput, holdByName } from './hold/hold-by-name.js';
export { type HeldLine, type HoldFault, type HoldStockInput, holdStock } from './hold/hold-stock.js';
export { lapseOverdue, releaseHolder, releaseHolds } from './hold/release-holds.js';
export { saveHoldPolicy } from './hold/save-hold-policy.js';
// lot
export { type AttachLotCertificateInput, attachLotCertificate, showLotCertificate } from './lot/attach-lot-certificate.js';
export { claimLots, type LotsClaim } from './lot/claim-lots.js';
export { leavingLots, type ShippableLot, shippableLots } from './lot/leaving-lots.reader.js';
export type { LeavingLot, LeavingLotFault } from './lot/leaving-lots.rules.js';
export type { Lot, LotClaim, LotFile, Trace } from './lot/lot.entity.js';
export { TraceEnum, WantedLotInput } from './lot/lot.graphql.js';
export { fittingUnits, lotCertificateFile, lotClaimsOf, lotCodes, lotsOfOffers } from './lot/lot.reader.js';
export { type OwnLot, type OwnLotFilter, ownLots, type PromisedOffer, promisedOffers } from './lot/own-lots.reader.js';
export { type PromiseCertificatesInput, promiseCertificates } from './lot/promise-certificates.js';
export { type LotFault, type SaveLotsInput, saveLots } from './lot/save-lots.js';
export { type AskedLot, askedLot, type WantedLot, wantedLot } from './lot/wanted-lot.js';
// market
export { type MarketPrice, marketPrices } from './market/market-price.js';
// memory
export { type KnownBlock, knownBlocks, type RecordBase, recordBaseOf, rulesOf } from './memory/record-memory.reader.js';
// offer
export { OfferType } from './offer/offer.graphql.js';
export { offerLoader } from './offer/offer.loader.js';
export { offersById } from './offer/offer.reader.js';
export { permissions as supplyPermissions } from './permissions.js';
export { OfferChargeType } from './price/price.graphql.js';
export {
  type ChargeBase,
  type ChargeCondition,
  falls,
  type OfferCharge,
  type PriceKind,
  type PriceSource,
  shownCharges,
} from './price/price.js';
export { customerCategories, ownCharges, ownMatrix, type PricingPolicy, pricingPolicy } from './price/pricing.reader.js';
export { type SaveChargeRulesError, saveChargeRules } from './price/save-charge-rules.js';
export { type SaveDiscountMatrixError, saveDiscountMatrix } from './price/save-discount-matrix.js';
export { setAccessSequence } from './price/set-access-sequence.js';
export { setCustomerCategory } from './price/set-customer-category.js';
export { updatePrices } from './price/update-prices.js';
export { type PastPrice, priceHistory } from './price-history/price-history.reader.js';
// promise
export { type GivenPromise, givePromises, type PromisedLine } from './promise/give-promises.js';
export { DatedPromiseType } from './promise/promise.graphql.js';
export type { PromiseInput } from './promise/promise.input.js';
export type { PromiseAnswer, PromiseInputs, PromisePart } from './promise/promise.inputs.js';
export { promiseById, type StoredPromise } from './promise/promise.reader.js';
export { promiseOf } from './promise/promise.rules.js';
export { isReproducible } from './promise/promise.view.js';
export { expirePromise, expirePromises, releasePromise } from './promise/release-promise.js';
export { type ReservePromiseError, reservePromise } from './promise/reserve-promise.js';
export { bindPromises, type PromisedOrderLine, takePromises } from './promise/take-promises.js';
// publication
export { Publication, type PublicationCounts } from './publication/publication.entity.js';
export { CataloguePublished } from './publication/publication.events.js';
export { PublicationJobs } from './publication/publication.job.js';
export { type PublishError, publishCatalogue } from './publication/publish-catalogue.js';
export { type PublishingRuns, publishInSteps } from './publication/publish-in-steps.js';
export { type RequestPublicationError, requestPublication } from './publication/request-publication.js';
export { type RollbackError, rollbackCatalogue } from './publication/rollback-catalogue.js';
// rate
export { type ImportExchangeRatesError, importExchangeRates } from './rate/import-exchange-rates.js';
export { type ExchangeRate, exchangeRatesOf, rateOrdering } from './rate/rate.reader.js';
export { removeExchangeRate } from './rate/remove-exchange-rate.js';
export { type RateInput, type SaveExchangeRatesError, saveExchangeRates } from './rate/save-exchange-rates.js';
// schedule
export { callOffPublication } from './schedule/call-off-publication.js';
export { publishScheduled } from './schedule/publish-scheduled.js';
export { ScheduleJobs } from './schedule/schedule.job.js';
export { schedulePublication } from './schedule/schedule-publication.js';
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
export type { Staged } from './staging/row-batch.js';
export {
  restartStaging,
  type StagingInput,
  stageCatalogueRows,
  stageProblems,
} from './staging/stage-catalogue-rows.js';
export { type StagedCategory, stageCategories } from './staging/stage-categories.js';
export { type BatchInput, type RowPiece, stageInBatches } from './staging/stage-in-batches.js';
export type { RecordMark, RowDetails, SameRow, StagedAction, StagedProblem, StagedRow } from './staging/staged-row.js';
// stock
export { consumeStock } from './stock/consume-stock.js';
export { type CorrectedStock, type CorrectStockInput, correctStock } from './stock/correct-stock.js';
export { type ImportStockError, importStock, type StockImport } from './stock/import-stock.js';
export { manageLocation, type StockLocation, stockLocations } from './stock/manage-location.js';
export { type OwnMovement, stockMovements } from './stock/movement.reader.js';
export { type HeldMovement, type Moved, releaseStock } from './stock/release-stock.js';
export { type Reservation, type ReservationFault, reserveStock, type StockClaim } from './stock/reserve-stock.js';
export { type SetStockInput, type StockFault, type StockReport, setStock } from './stock/set-stock.js';
export { Stock, StockMovement, type StockSource } from './stock/stock.entity.js';
export { type OfferStock, stockOfParts } from './stock/stock.reader.js';
export { stockMap } from './stock-map/stock-map.js';
export type { StockSpot } from './stock-map/stock-map.rules.js';
export { SupplyModule, supplyRoom } from './supply.module.js';
// unit-terms
export { removeUnitTerms } from './unit-terms/remove-unit-terms.js';
export { type SaveExchangeTermsInput, saveExchangeTerms } from './unit-terms/save-exchange-terms.js';
export { type SaveRepairTermsInput, saveRepairTerms } from './unit-terms/save-repair-terms.js';
export { ExchangeTermsType, RepairTermsType } from './unit-terms/unit-terms.graphql.js';
export { type ExchangeTerms, type RepairTerms, type UnitTerms, unitOffers, unitTermsOf } from './unit-terms/unit-terms.reader.js';
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
