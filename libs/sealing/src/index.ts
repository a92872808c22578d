export { type AskedBid, type BidFault, bidFaults, isOfPart } from './bid-faults.js';
export {
  type BidPart,
  bidParts,
  envelopeOf,
  envelopeSets,
  type SortedCriterion,
} from './bid-parts.js';
export {
  type Arrangement,
  type ArrangementFault,
  arrangeKeys,
  arrangementFaults,
  type HandedShare,
  type HeldShare,
  type Holder,
  type HolderRole,
  handShare,
  holderRoles,
  joinShares,
  type OfficersHalf,
  partFor,
  type ReleasedEnvelope,
  releasedKey,
} from './ceremony.js';
export { belongs, fingerprint, isPublicKey, type KeyPair, makeKeyPair } from './curve.js';
export {
  bidDigest,
  contentKeyOf,
  EnvelopeError,
  type EnvelopeFault,
  type EnvelopeHeader,
  type EnvelopeKind,
  envelopeKinds,
  type KeptKey,
  openEnvelope,
  readEnvelope,
  type SealedEnvelope,
  sealEnvelope,
} from './envelope.js';
export { makeOfficerKey, type OfficerKey, openOfficerKey, passphraseMin } from './officer-key.js';
export { sizeClasses } from './padding.js';
export { keyIdOf, type ReceiptContent, signReceipt, verifyReceipt } from './receipt.js';
export { type SealBidInput, type SealedBid, sealBid } from './seal-bid.js';
