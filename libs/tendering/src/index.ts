export { amountForValue, valueOfAmount } from './auction/amounts.js';
export { type AuctionState, type AuctionStatus, enterAct, isClosed, scheduledAuction, statusAt } from './auction/auction.js';
export { type AuctionFault, auctionFaults } from './auction/auction-faults.js';
export type {
  AuctionAct,
  AuctionBidder,
  AuctionFile,
  AuctionTerms,
  DutchTerms,
  EnglishLine,
  EnglishTerms,
  JapaneseTerms,
  LedgerEntry,
  Microseconds,
  RoundsTerms,
  SoftClose,
  Step,
} from './auction/auction-file.js';
export { runningAt, wallTime } from './auction/clock.js';
export { brokenAt, chained, openingHash } from './auction/ledger.js';
export type { PlacedBid } from './auction/placed-bids.js';
export type { AuctionRefusal, Extension, LineState, ProxyOrder } from './auction/play.js';
export { type AuctionResult, type LineResult, type ReplayFault, replay, resultOf } from './auction/replay.js';
export { lastTurnEnds } from './auction/rounds.js';
export { lastLevelEnds, levelAt, priceAt } from './auction/tick-auctions.js';
export { type AuctionView, type LineView, type Viewer, viewOf } from './auction/view.js';
export { type AnnouncedAuction, announcedAuction } from './auctioning/announced-auction.js';
export { type AuctionActFault, auctionChanged } from './auctioning/auction.acts.js';
export { type AuctionRoom, auctionFileText, auctionIdsOf, publishedAuction, readAuction } from './auctioning/auction.reader.js';
export {
  acceptAuctionPrice,
  placeAuctionBid,
  setAuctionProxy,
  stayInAuction,
  takeBackAuctionBid,
} from './auctioning/place-auction-bid.js';
export { type AuctionStage, runAuction } from './auctioning/run-auction.js';
export { startAuction } from './auctioning/start-auction.js';
export { pauseAuction, rescheduleAuction, resumeAuction, voidAuction, voidAuctionBid } from './auctioning/steer-auction.js';
export { type AllocationFigures, allocationFigures } from './award/allocation-figures.js';
export { type AwardConflict, findConflict } from './award/find-conflict.js';
export { type AwardReport, optimalAward, type ReportOptions, type RuleCost } from './award/optimal-award.js';
export type {
  Allocation,
  AwardBreak,
  AwardLine,
  AwardOffer,
  AwardPackage,
  AwardRule,
  AwardScenario,
  AwardSupplier,
} from './award/scenario.js';
export { type ScenarioFault, scenarioFaults } from './award/scenario-faults.js';
export { type AwardAnswer, type AwardOptions, solveAward } from './award/solve-award.js';
export { Solver } from './award/solver.js';
export type { Award } from './awarding/award.entity.js';
export type { AwardTenderInput } from './awarding/award.input.js';
export { awardsOf } from './awarding/award.reader.js';
export { sharesOf } from './awarding/award.rules.js';
export { type AwardTenderFault, awardTender } from './awarding/award-tender.js';
export { cancelAward } from './awarding/cancel-award.js';
export type { Bid, BidContent, BidDraft, BidLine, BidReceipt } from './bid/bid.entity.js';
export type { BidContentInput } from './bid/bid.input.js';
export { bidContent } from './bid/bid.input.js';
export { bidsOfTenders, bidText, draftsOfTenders, ownBid, receiptsOfTenders } from './bid/bid.reader.js';
export { saveBid } from './bid/save-bid.js';
export { confirmBid, type SubmitBidInput, submitBid, withdrawBid } from './bid/submit-bid.js';
export { submitSealedBid } from './bid/submit-sealed-bid.js';
export { addDocument } from './clarifying/add-document.js';
export { type AmendTenderInput, amendTender } from './clarifying/amend-tender.js';
export { answerQuestion } from './clarifying/answer-question.js';
export { askQuestion } from './clarifying/ask-question.js';
export { tenderDocumentFile } from './clarifying/document.reader.js';
export { questionsOf } from './clarifying/question.reader.js';
export {
  type Addend,
  type ComparisonBasis,
  type ComparisonStep,
  comparablePrice,
  type NotComparable,
  type OfferedLine,
} from './evaluation/comparable-price.js';
export { type BidOnLots, comparePackages, type LotCombination, lotsOfGroupMax } from './evaluation/compare-packages.js';
export {
  type Agreed,
  type Ballot,
  type CommitteeWork,
  type Consensus,
  type ConsensusRule,
  consensusOf,
  type Declaration,
} from './evaluation/consensus.js';
export { discountCoefficients, featureCoefficient, presentValue, type YearOfIncome } from './evaluation/cost-formulas.js';
export {
  type Answer,
  type Answers,
  type Criterion,
  type CriterionFault,
  criteriaFaults,
  featuresMaxOf,
  qualityOf,
} from './evaluation/criterion.js';
export {
  type BidOnLot,
  type Evaluation,
  type EvaluationTerms,
  evaluateLot,
  type RankedBid,
  type Refusal,
  type RefusalReason,
} from './evaluation/evaluate-lot.js';
export { type FlipExample, flipExample } from './evaluation/flip-example.js';
export {
  type Formula,
  type FormulaFault,
  type FormulaKind,
  type FormulaNeed,
  featuresMaxLegal,
  formulaFaults,
  formulas,
  type Weights,
} from './evaluation/formula.js';
export { type AmountOfBid, type LowBidAlarm, type LowBidRule, lowBidAlarms } from './evaluation/low-bid-alarm.js';
export { superExponent } from './evaluation/quality-formulas.js';
export { type Contender, type Ranked, type RankingRule, rankBids, type TieBreak } from './evaluation/rank-bids.js';
export { type BidFacts, scoreBids, scorePlaces } from './evaluation/score-bids.js';
export { evaluateTender } from './judging/evaluate-tender.js';
export { declareInterests, givePoints } from './judging/give-points.js';
export { committeeSheet, judgedLots, type KeptEvaluation, keptEvaluations } from './judging/judging.reader.js';
export { type NoticePageQuery, noticesMax, noticesOf, noticesPage } from './notice/notice.reader.js';
export type { Notice, PublicAward, PublicParty, PublicStatus, PublicTender } from './notice/public-tender.entity.js';
export { type Release, releaseNotice } from './notice/release-notice.js';
export { judgeEnvelope, rebutOpening } from './opening/judge-envelope.js';
export { openEnvelopes } from './opening/open-envelopes.js';
export { releaseHalf } from './opening/release-half.js';
export { tenderingPermissions } from './permissions.js';
export { closeRound, openBids } from './round/open-bids.js';
export { openRound } from './round/open-round.js';
export { tellTender } from './round/tell-tender.js';
export { removeScenario, saveScenario } from './scenario/save-scenario.js';
export type { Scenario, ScenarioReport } from './scenario/scenario.entity.js';
export { scenariosOf } from './scenario/scenario.reader.js';
export { armHalf } from './sealed/arm-half.js';
export { arrangeSealing } from './sealed/arrange-sealing.js';
export type { Seals } from './sealed/hub-half.js';
export { finishRehearsal, handInShare, openSession } from './sealed/open-session.js';
export { registerOfficerKey, revokeOfficerKey } from './sealed/register-officer-key.js';
export type { BidEnvelope, Sealing } from './sealed/sealing.entity.js';
export { officerKeys, openingSession, openingsOfTenders, releasedEnvelopes, sealingOf } from './sealed/sealing.reader.js';
export { challengeAward, decideChallenge } from './standstill/challenge-award.js';
export { concludeAward } from './standstill/conclude-award.js';
export { StandstillJobs } from './standstill/standstill.job.js';
export { standstillsOf } from './standstill/standstill.reader.js';
export { cancelTender } from './tender/cancel-tender.js';
export { changeTender, type DraftTenderInput, draftTender } from './tender/draft-tender.js';
export { declineTender, inviteSuppliers } from './tender/invite-suppliers.js';
export { publishTender } from './tender/publish-tender.js';
export type { Lot, Question, Tender, TenderLine } from './tender/tender.entity.js';
export { tenderWires } from './tender/tender.events.js';
export type { TenderInput } from './tender/tender.input.js';
export { type LotDates, type LotStatus, lotStatus, lotStatuses, tenderStatus } from './tender/tender.lifecycle.js';
export {
  amendmentsOf,
  documentsOf,
  invitationsOf,
  linesOf,
  tenderById,
  tenderEventsOf,
  tenderPrivates,
  tendersByIds,
} from './tender/tender.reader.js';
export { listTenders } from './tender/tender-list.reader.js';
export { TenderingModule, tenderingRoom } from './tendering.module.js';
