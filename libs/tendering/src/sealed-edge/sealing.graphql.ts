import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '#libs/platform';
import { BidAnswerType } from '../bid-edge/bid.graphql.js';
import { describedEnum } from '../described-enum.graphql.js';

export const EnvelopeEnum = describedEnum('BidEnvelope', 'A part of a sealed bid; opened in this order.', {
  WHOLE: 'The bid whole, where it has one envelope.',
  QUALIFICATION: 'Answers that must be.',
  TECHNICAL: 'Answers that are scored.',
  COMMERCIAL: 'Prices.',
});
export const HolderRoleEnum = describedEnum('ShareHolderRole', 'What somebody holds a share as.', {
  OFFICER: 'An officer who opens bids.',
  DEPUTY: 'The deputy of an officer; both have one share.',
  RECOVERY: 'A party that keeps its share off-line.',
});
export const SessionKindEnum = describedEnum('OpeningSessionKind', 'What shares are handed in for.', {
  REHEARSAL: 'Proving each share before publication.',
  OPENING: 'Opening bids.',
});
const OpeningOutcomeEnum = describedEnum('EnvelopeOutcome', 'What became of an envelope.', {
  OPENED: 'It is open, and proven to be what was sealed.',
  UNOPENABLE: 'It does not open, or says nothing that could be bid.',
});
const VerdictEnum = describedEnum('EnvelopeVerdict', 'Whether an envelope lets the next be opened.', {
  PASSED: 'It does.',
  FAILED: 'The next stays sealed for ever.',
});

@ObjectType('OfficerKey', {
  description: 'The public key of somebody who holds shares of tenders; the private one never comes to the hub.',
})
export class OfficerKeyType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { nullable: true, description: 'Whose it is; null for a recovery key.' })
  memberId: string | null;
  @Field(() => String, { description: 'Name of its holder, up to 120 characters.' })
  name: string;
  @Field(() => String, { description: 'An uncompressed point of P-256, base64url. Compare its fingerprint with its holder.' })
  publicKey: string;
  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  registeredAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when no new tender uses it.' })
  revokedAt: Date | null;
}

@ObjectType('HubHalf', { description: "The hub's half of the key of one round of a lot." })
export class HubHalfType {
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => Int, { description: 'The round.' })
  round: number;
  @Field(() => String, { description: 'An uncompressed point of P-256, base64url.' })
  publicKey: string;
}

@ObjectType('ShareHolder', { description: 'Who holds a share.' })
export class ShareHolderType {
  @Field(() => ID, { description: 'The key.' })
  keyId: string;
  @Field(() => ID, { nullable: true, description: 'Whose it is; null for the recovery share.' })
  memberId: string | null;
  @Field(() => String, { description: 'Name of the holder.' })
  name: string;
  @Field(() => String, { description: 'Public key.' })
  publicKey: string;
  @Field(() => HolderRoleEnum, { description: 'As what.' })
  role: string;
  @Field(() => Int, { description: 'Which share: an officer and his deputies have one.' })
  position: number;
  @Field(() => String, { description: 'The share, sealed to that key; only its holder opens it.' })
  sealed: string;
}

@ObjectType('EnvelopeRelease', { description: 'That the hub gave its part of the keys of one kind of envelopes of a round.' })
class EnvelopeReleaseType {
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => Int, { description: 'The round.' })
  round: number;
  @Field(() => EnvelopeEnum, { description: 'Which envelopes.' })
  envelope: string;
  @Field(() => DateTimeScalar, { description: 'When, by the clock of the database.' })
  releasedAt: string;
}

@ObjectType('TenderSealing', { description: 'How bids of a sealed tender are sealed and opened.' })
export class SealingType {
  @Field(() => String, { description: "The officers' half of the key: an uncompressed point of P-256, base64url." })
  officersKey: string;
  @Field(() => Int, { description: 'How many shares open the bids; at least 2.' })
  threshold: number;
  @Field(() => [EnvelopeEnum], { description: 'What a bid is made of, in the order of opening.' })
  envelopes: string[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'When every share was proven; needed for publication.' })
  rehearsedAt: Date | null;
  @Field(() => [HubHalfType], { description: "The hub's halves, one for each published round of a lot." })
  halves: HubHalfType[];
  @Field(() => String, { nullable: true, description: 'The envelope of the rehearsal; null for all but the buyer.' })
  rehearsal: string | null;
  @Field(() => [ShareHolderType], { description: 'Who holds the shares; empty for all but the buyer.' })
  holders: ShareHolderType[];
  @Field(() => [EnvelopeReleaseType], {
    description: 'What the hub gave its part for, the oldest first; empty for all but the buyer.',
  })
  releases: EnvelopeReleaseType[];
}

@ObjectType('HandedShare', { description: 'A share that was handed in, sealed to the key of the session.' })
class HandedShareType {
  @Field(() => ID, { description: "Whose key's share it is." })
  keyId: string;
  @Field(() => Int, { description: 'Which share.' })
  position: number;
  @Field(() => String, { description: 'Only the client that opened the session reads it.' })
  sealed: string;
  @Field(() => DateTimeScalar, { description: 'When it was handed in.' })
  handedAt: string;
}

@ObjectType('OpeningSession', { description: 'What shares are handed in for.' })
export class OpeningSessionType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
  @Field(() => SessionKindEnum, { description: 'A rehearsal or an opening.' })
  kind: string;
  @Field(() => String, { description: 'Public key of the client that collects. Compare its fingerprint before handing in.' })
  publicKey: string;
  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  openedAt: Date;
  @Field(() => ID, { nullable: true, description: 'Who opened it; his client alone reads the shares.' })
  memberId: string | null;
  @Field(() => [HandedShareType], { description: 'What was handed in.' })
  shares: HandedShareType[];
}

@ObjectType('HalfRelease', { description: "That the hub gave its part of envelopes' keys." })
export class HalfReleaseType {
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => EnvelopeEnum, { description: 'Of which envelopes.' })
  envelope: string;
  @Field(() => Int, { description: 'For how many.' })
  envelopes: number;
}

@ObjectType('ReleasedEnvelope', { description: 'A sealed envelope after the deadline, for the client of an officer.' })
export class ReleasedEnvelopeType {
  @Field(() => ID, { description: 'The bid.' })
  bidId: string;
  @Field(() => ID, { description: 'Its bidder.' })
  supplierId: string;
  @Field(() => String, { description: 'The envelope as it was sent.' })
  sealed: string;
  @Field(() => String, { description: "The hub's part of its key; the officers' part is needed too." })
  part: string;
}

@ObjectType('EnvelopeOpening', { description: 'What came out of an envelope; its bidder reads it too.' })
export class EnvelopeOpeningType {
  @Field(() => ID, { description: 'The bid.' })
  bidId: string;
  @Field(() => ID, { description: 'Its bidder.' })
  supplierId: string;
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => EnvelopeEnum, { description: 'Which envelope.' })
  envelope: string;
  @Field(() => OpeningOutcomeEnum, { description: 'What became of it.' })
  outcome: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Why it does not open: REPORTED, WRAP_WRONG, BODY_CHANGED, CONTENT_UNREADABLE, or the error that submitting the bid would give.',
  })
  reason: string | null;
  @Field(() => [BidAnswerType], { description: 'The answers in it.' })
  answers: BidAnswerType[];
  @Field(() => DateTimeScalar, { description: 'When it was opened, or reported.' })
  openedAt: Date;
  @Field(() => VerdictEnum, { nullable: true, description: 'Whether it passed; null while it is not judged.' })
  verdict: string | null;
  @Field(() => String, { nullable: true, description: 'Why, up to 2,000 characters.' })
  verdictReason: string | null;
}
