import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { VersionedTenderInput } from '../tender-edge/terms.graphql.js';
import { EnvelopeEnum, HolderRoleEnum, SessionKindEnum } from './sealing.graphql.js';

@InputType('RegisterOfficerKeyInput', { description: 'A key for shares.' })
export class RegisterOfficerKeyInputType {
  @Field(() => String, { description: 'Name of its holder, up to 120 characters.' })
  name: string;
  @Field(() => String, { description: 'An uncompressed point of P-256, base64url.' })
  publicKey: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it is that of a party which keeps a recovery share; else it is yours.',
  })
  recovery: boolean;
}

@InputType('RevokeOfficerKeyInput', { description: 'Which key.' })
export class RevokeOfficerKeyInputType {
  @Field(() => ID, { description: 'The key.' })
  keyId: string;
}

@InputType('HeldShareInput', { description: "A share for a holder's key." })
class HeldShareInputType {
  @Field(() => ID, { description: 'The key.' })
  keyId: string;
  @Field(() => HolderRoleEnum, { description: 'As what.' })
  role: string;
  @Field(() => Int, { description: 'Officers from 1, the recovery share behind them; a deputy as his officer.' })
  position: number;
  @Field(() => String, { description: 'The share, sealed to that key.' })
  sealed: string;
}

@InputType('ArrangeSealingInput', { description: 'How bids of a draft are sealed: made by the client, which forgets the key.' })
export class ArrangeSealingInputType extends VersionedTenderInput {
  @Field(() => String, { description: "The officers' half of the key." })
  officersKey: string;
  @Field(() => Int, { description: 'How many shares open the bids: at least 2, and fewer than there are officers.' })
  threshold: number;
  @Field(() => [EnvelopeEnum], {
    description: 'WHOLE; or COMMERCIAL after QUALIFICATION, TECHNICAL or both.',
  })
  envelopes: string[];
  @Field(() => String, { description: "An envelope that the officers' half alone opens." })
  rehearsal: string;
  @Field(() => [HeldShareInputType], { description: 'One for each holder; up to 40.' })
  shares: HeldShareInputType[];
}

@InputType('OpenSessionInput', { description: 'A session for shares.' })
export class OpenSessionInputType {
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
  @Field(() => SessionKindEnum, { description: 'A rehearsal of a draft, or an opening after the close.' })
  kind: string;
  @Field(() => String, { description: 'Public key of this client.' })
  publicKey: string;
}

@InputType('HandInShareInput', { description: 'Your share.' })
export class HandInShareInputType {
  @Field(() => ID, { description: 'The session.' })
  sessionId: string;
  @Field(() => ID, { description: 'Your key.' })
  keyId: string;
  @Field(() => String, { description: 'The share, sealed to the key of the session.' })
  sealed: string;
}

@InputType('FinishRehearsalInput', { description: 'That the shares were joined.' })
export class FinishRehearsalInputType {
  @Field(() => ID, { description: 'The session.' })
  sessionId: string;
  @Field(() => String, { description: "Content key of the rehearsal's envelope." })
  contentKey: string;
}

@InputType({ isAbstract: true })
class LotEnvelopeInput {
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => EnvelopeEnum, { description: 'Which envelopes.' })
  envelope: string;
}

@InputType('ReleaseHalfInput', { description: 'For which envelopes the hub gives its part.' })
export class ReleaseHalfInputType extends LotEnvelopeInput {}

@InputType('ContentKeyInput', { description: 'The key of one envelope.' })
class ContentKeyInputType {
  @Field(() => ID, { description: 'The bid.' })
  bidId: string;
  @Field(() => String, { nullable: true, description: 'Its content key; null: it could not be unwrapped.' })
  contentKey?: string | null;
}

@InputType('OpenEnvelopesInput', { description: 'Keys of released envelopes.' })
export class OpenEnvelopesInputType extends LotEnvelopeInput {
  @Field(() => [ContentKeyInputType], { description: '1 to 100.' })
  keys: ContentKeyInputType[];
}

@InputType('JudgeEnvelopeInput', { description: 'A verdict.' })
export class JudgeEnvelopeInputType extends LotEnvelopeInput {
  @Field(() => ID, { description: 'The bid.' })
  bidId: string;
  @Field(() => Boolean, { description: 'Whether its next envelope may be opened.' })
  passed: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Needed for a bid that fails; its bidder reads it. Up to 2,000 characters.',
  })
  reason?: string | null;
}

@InputType('RebutOpeningInput', { description: 'Your own key of an envelope that was reported as unopenable.' })
export class RebutOpeningInputType {
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
  @Field(() => ID, { description: 'Your bid.' })
  bidId: string;
  @Field(() => EnvelopeEnum, { description: 'Which envelope.' })
  envelope: string;
  @Field(() => String, { description: 'Its content key, which you have kept.' })
  contentKey: string;
}

@InputType('SealedEnvelopeInput', { description: 'An envelope as your client has sealed it.' })
class SealedEnvelopeInputType {
  @Field(() => EnvelopeEnum, { description: 'Which.' })
  envelope: string;
  @Field(() => String, { description: 'Its text, up to 360,000 characters.' })
  sealed: string;
}

@InputType('SubmitSealedBidInput', { description: 'A sealed bid.' })
export class SubmitSealedBidInputType {
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => Int, { description: 'Versions of the bid that were seen; 0 before the first.' })
  expectedVersion: number;
  @Field(() => Int, { description: 'The version of the tender that was read.' })
  tenderVersion: number;
  @Field(() => [SealedEnvelopeInputType], { description: 'Exactly those that the tender names.' })
  envelopes: SealedEnvelopeInputType[];
}
