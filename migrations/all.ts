import { CreatePlatform2026112101001 } from './2026112101001-create-platform.js';
import { CreatePlatformTables2026112101002 } from './2026112101002-create-platform-tables.js';
import { CreateOutbox2026112101003 } from './2026112101003-create-outbox.js';
import { CreateOrganizations2026112102001 } from './2026112102001-create-organizations.js';
import { CreateCredentials2026112102002 } from './2026112102002-create-credentials.js';
import { CreateSitesAndPartnerships2026112102003 } from './2026112102003-create-sites-and-partnerships.js';
import { CreateMemberFunctions2026112102004 } from './2026112102004-create-member-functions.js';
import { CreateCredentialFunctions2026112102005 } from './2026112102005-create-credential-functions.js';
import { CreatePartnerFunctions2026112102006 } from './2026112102006-create-partner-functions.js';
import { PurgeCredentials2026112102007 } from './2026112102007-purge-credentials.js';
import { CreatePart2026112103001 } from './2026112103001-create-part.js';
import { IdentifyParts2026112103002 } from './2026112103002-identify-parts.js';
import { CreateOffer2026112104001 } from './2026112104001-create-offer.js';
import { SweepUploads2026112104002 } from './2026112104002-sweep-uploads.js';
import { CreateStock2026112105010 } from './2026112105010-create-stock.js';
import { CreateAgreement2026112105020 } from './2026112105020-create-agreement.js';
import { CreateStockFunctions2026112105030 } from './2026112105030-create-stock-functions.js';
import { ReadAvailability2026112105040 } from './2026112105040-read-availability.js';
import { ReadSearch2026112105050 } from './2026112105050-read-search.js';
import { CreateBaskets2026112106001 } from './2026112106001-create-baskets.js';
import { CreateOrders2026112106002 } from './2026112106002-create-orders.js';
import { MoveOrders2026112106003 } from './2026112106003-move-orders.js';
import { PlaceOrders2026112106004 } from './2026112106004-place-orders.js';
import { CreateExchange2026112107001 } from './2026112107001-create-exchange.js';
import { SweepExchange2026112107002 } from './2026112107002-sweep-exchange.js';
import { GrantExchangeSend2026112107003 } from './2026112107003-grant-exchange-send.js';
import { NoteRightsOfSenders2026112107004 } from './2026112107004-note-rights-of-senders.js';
import { NameParts2026112203001 } from './2026112203001-name-parts.js';
import { ReadAskedLines2026112203002 } from './2026112203002-read-asked-lines.js';
import { DescribeParts2026112203003 } from './2026112203003-describe-parts.js';
import { ReadClassTrees2026112203004 } from './2026112203004-read-class-trees.js';
import { CorrectIdentities2026112203005 } from './2026112203005-correct-identities.js';
import { ReadSearch2026112203006 } from './2026112203006-read-search.js';
import { CreateInterchange2026112203101 } from './2026112203101-create-interchange.js';
import { ReadAlternatives2026112203102 } from './2026112203102-read-alternatives.js';
import { ConsentToAlternates2026112203103 } from './2026112203103-consent-to-alternates.js';
import { CheckOffersBySet2026112204001 } from './2026112204001-check-offers-by-set.js';
import { IdentifyPartsByName2026112204002 } from './2026112204002-identify-parts-by-name.js';
import { DigestRowsAsTheyCome2026112204003 } from './2026112204003-digest-rows-as-they-come.js';
import { ExtendPrices2026112205001 } from './2026112205001-extend-prices.js';
import { ReadPrices2026112205002 } from './2026112205002-read-prices.js';
import { OrderTerms2026112205003 } from './2026112205003-order-terms.js';
import { ReadRates2026112205004 } from './2026112205004-read-rates.js';
import { DigestPriceTerms2026112205005 } from './2026112205005-digest-price-terms.js';
import { HoldStock2026112205110 } from './2026112205110-hold-stock.js';
import { HoldFunctions2026112205120 } from './2026112205120-hold-functions.js';
import { ConsumeHolds2026112205130 } from './2026112205130-consume-holds.js';
import { ManageStock2026112205140 } from './2026112205140-manage-stock.js';
import { AskStock2026112205150 } from './2026112205150-ask-stock.js';
import { CreateCalendar2026112205201 } from './2026112205201-create-calendar.js';
import { CreatePromise2026112205202 } from './2026112205202-create-promise.js';
import { CreatePriorities2026112206001 } from './2026112206001-create-priorities.js';
import { FindSentMessages2026112207001 } from './2026112207001-find-sent-messages.js';
import { FreeSeparators2026112207002 } from './2026112207002-free-separators.js';
import { CountLeftoverTries2026112207003 } from './2026112207003-count-leftover-tries.js';
import { WordPartsApart2026112208001 } from './2026112208001-word-parts-apart.js';
import { RememberRecords2026112209001 } from './2026112209001-remember-records.js';
import { SchedulePublications2026112209002 } from './2026112209002-schedule-publications.js';
import { CreateGroups2026112209101 } from './2026112209101-create-groups.js';
import { CreateMarketPrice2026112209110 } from './2026112209110-create-market-price.js';
import { CreateWatches2026112209120 } from './2026112209120-create-watches.js';
import { CreateLots2026112209201 } from './2026112209201-create-lots.js';
import { CreateCertificates2026112209202 } from './2026112209202-create-certificates.js';
import { CreateContent2026112209203 } from './2026112209203-create-content.js';
import { KeepUrgentHolds2026112210001 } from './2026112210001-keep-urgent-holds.js';
import { RespectHoldTerms2026112210002 } from './2026112210002-respect-hold-terms.js';
import { KeepClaims2026112210003 } from './2026112210003-keep-claims.js';
import { TidyAskedStock2026112210041 } from './2026112210041-tidy-asked-stock.js';
import { KeepOneWall2026112210101 } from './2026112210101-keep-one-wall.js';
import { CreateUnitTerms2026112220001 } from './2026112220001-create-unit-terms.js';
import { CreateRotables2026112220002 } from './2026112220002-create-rotables.js';
import { MoveRotables2026112220003 } from './2026112220003-move-rotables.js';
import { SampleCommonWords2026112230001 } from './2026112230001-sample-common-words.js';
import { WritePagesAsJson2026112230002 } from './2026112230002-write-pages-as-json.js';
import { ProbeStockOfSummaries2026112230003 } from './2026112230003-probe-stock-of-summaries.js';
import { MeasureGraduatedBreaks2026112240001 } from './2026112240001-measure-graduated-breaks.js';
import { FollowMergedParts2026112240002 } from './2026112240002-follow-merged-parts.js';
import { ReadPriceHistory2026112240003 } from './2026112240003-read-price-history.js';
import { SayWhyReleased2026112240004 } from './2026112240004-say-why-released.js';
import { CreateTenders2026112240101 } from './2026112240101-create-tenders.js';
import { CreateBids2026112240102 } from './2026112240102-create-bids.js';
import { MoveTenders2026112240103 } from './2026112240103-move-tenders.js';
import { MoveBids2026112240104 } from './2026112240104-move-bids.js';
import { SayWhatLinesRequire2026112250001 } from './2026112250001-say-what-lines-require.js';
import { ShipOrders2026112250002 } from './2026112250002-ship-orders.js';
import { MendRotables2026112260001 } from './2026112260001-mend-rotables.js';
import { FollowPresentPrice2026112260002 } from './2026112260002-follow-present-price.js';
import { WriteLeanPages2026112260003 } from './2026112260003-write-lean-pages.js';
import { CreateSealing2026112310001 } from './2026112310001-create-sealing.js';
import { MoveSealing2026112310002 } from './2026112310002-move-sealing.js';
import { NameWhatLeaves2026112320001 } from './2026112320001-name-what-leaves.js';
import { UndoDespatches2026112320002 } from './2026112320002-undo-despatches.js';
import { MendTenderWalls2026112321001 } from './2026112321001-mend-tender-walls.js';
import { MendTenderMoves2026112321002 } from './2026112321002-mend-tender-moves.js';
import { IndexTenderReads2026112321003 } from './2026112321003-index-tender-reads.js';
import { PublishAgreements2026112322001 } from './2026112322001-publish-agreements.js';
import { CountBeforeUndo2026112322002 } from './2026112322002-count-before-undo.js';
import { CreateAuctions2026112331001 } from './2026112331001-create-auctions.js';
import { MoveAuctions2026112331002 } from './2026112331002-move-auctions.js';
import { SpeakMoreFormats2026112332001 } from './2026112332001-speak-more-formats.js';
import { TakeFromNamedPlaces2026112333001 } from './2026112333001-take-from-named-places.js';
import { PublishNotices2026112334001 } from './2026112334001-publish-notices.js';
import { AskForOptimalAwards2026112335001 } from './2026112335001-ask-for-optimal-awards.js';
import { FindPublicTenders2026112341001 } from './2026112341001-find-public-tenders.js';
import { KeepStandstills2026112342001 } from './2026112342001-keep-standstills.js';
import { MoveStandstills2026112342002 } from './2026112342002-move-standstills.js';
import { MendStandstills2026112344001 } from './2026112344001-mend-standstills.js';

/**
 * Every migration, in order. A file is named `<CCYYMMDD><lib><n>-<what>.ts` and its class ends with the same 13 digits;
 * libs: 01 platform, 02 organizations, 03 catalog, 04-05 supply, 06 procurement, 07 exchange.
 */
export const migrations = [
  CreatePlatform2026112101001,
  CreatePlatformTables2026112101002,
  CreateOutbox2026112101003,
  CreateOrganizations2026112102001,
  CreateCredentials2026112102002,
  CreateSitesAndPartnerships2026112102003,
  CreateMemberFunctions2026112102004,
  CreateCredentialFunctions2026112102005,
  CreatePartnerFunctions2026112102006,
  PurgeCredentials2026112102007,
  CreatePart2026112103001,
  IdentifyParts2026112103002,
  CreateOffer2026112104001,
  SweepUploads2026112104002,
  CreateStock2026112105010,
  CreateAgreement2026112105020,
  CreateStockFunctions2026112105030,
  ReadAvailability2026112105040,
  ReadSearch2026112105050,
  CreateBaskets2026112106001,
  CreateOrders2026112106002,
  MoveOrders2026112106003,
  PlaceOrders2026112106004,
  CreateExchange2026112107001,
  SweepExchange2026112107002,
  GrantExchangeSend2026112107003,
  NoteRightsOfSenders2026112107004,
  NameParts2026112203001,
  ReadAskedLines2026112203002,
  DescribeParts2026112203003,
  ReadClassTrees2026112203004,
  CorrectIdentities2026112203005,
  ReadSearch2026112203006,
  CreateInterchange2026112203101,
  ReadAlternatives2026112203102,
  ConsentToAlternates2026112203103,
  CheckOffersBySet2026112204001,
  IdentifyPartsByName2026112204002,
  DigestRowsAsTheyCome2026112204003,
  ExtendPrices2026112205001,
  ReadPrices2026112205002,
  OrderTerms2026112205003,
  ReadRates2026112205004,
  DigestPriceTerms2026112205005,
  HoldStock2026112205110,
  HoldFunctions2026112205120,
  ConsumeHolds2026112205130,
  ManageStock2026112205140,
  AskStock2026112205150,
  CreateCalendar2026112205201,
  CreatePromise2026112205202,
  CreatePriorities2026112206001,
  FindSentMessages2026112207001,
  FreeSeparators2026112207002,
  CountLeftoverTries2026112207003,
  WordPartsApart2026112208001,
  RememberRecords2026112209001,
  SchedulePublications2026112209002,
  CreateGroups2026112209101,
  CreateMarketPrice2026112209110,
  CreateWatches2026112209120,
  CreateLots2026112209201,
  CreateCertificates2026112209202,
  CreateContent2026112209203,
  KeepUrgentHolds2026112210001,
  RespectHoldTerms2026112210002,
  KeepClaims2026112210003,
  TidyAskedStock2026112210041,
  KeepOneWall2026112210101,
  CreateUnitTerms2026112220001,
  CreateRotables2026112220002,
  MoveRotables2026112220003,
  SampleCommonWords2026112230001,
  WritePagesAsJson2026112230002,
  ProbeStockOfSummaries2026112230003,
  MeasureGraduatedBreaks2026112240001,
  FollowMergedParts2026112240002,
  ReadPriceHistory2026112240003,
  SayWhyReleased2026112240004,
  CreateTenders2026112240101,
  CreateBids2026112240102,
  MoveTenders2026112240103,
  MoveBids2026112240104,
  SayWhatLinesRequire2026112250001,
  ShipOrders2026112250002,
  MendRotables2026112260001,
  FollowPresentPrice2026112260002,
  WriteLeanPages2026112260003,
  CreateSealing2026112310001,
  MoveSealing2026112310002,
  NameWhatLeaves2026112320001,
  UndoDespatches2026112320002,
  MendTenderWalls2026112321001,
  MendTenderMoves2026112321002,
  IndexTenderReads2026112321003,
  PublishAgreements2026112322001,
  CountBeforeUndo2026112322002,
  CreateAuctions2026112331001,
  MoveAuctions2026112331002,
  SpeakMoreFormats2026112332001,
  TakeFromNamedPlaces2026112333001,
  PublishNotices2026112334001,
  AskForOptimalAwards2026112335001,
  FindPublicTenders2026112341001,
  KeepStandstills2026112342001,
  MoveStandstills2026112342002,
  MendStandstills2026112344001,
];
