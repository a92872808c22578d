import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, DecimalScalar, errorUnion, PageArgs, payloadType, userError } from '#libs/platform';
import { StockOfferUnknown } from './stock.graphql.js';

export const MovementKindEnum = {
  RESERVE: 'RESERVE',
  RELEASE: 'RELEASE',
  CONSUME: 'CONSUME',
  HOLD: 'HOLD',
  EXPIRE: 'EXPIRE',
  TRANSFER: 'TRANSFER',
  OPEN: 'OPEN',
  CORRECT: 'CORRECT',
  UNSHIP: 'UNSHIP',
} as const;
registerEnumType(MovementKindEnum, {
  name: 'StockMovementKind',
  description: 'What moved stock.',
  valuesMap: {
    RESERVE: { description: 'An order line reserved it.' },
    RELEASE: { description: 'It was given back.' },
    CONSUME: { description: 'It was shipped.' },
    HOLD: { description: 'It is held for a time.' },
    EXPIRE: { description: 'The time of a hold was over.' },
    TRANSFER: { description: 'An order used a hold up.' },
    OPEN: { description: 'The ledger of the place was opened.' },
    CORRECT: { description: 'You corrected the quantity.' },
    UNSHIP: { description: 'A despatch that was entered by mistake was undone.' },
  },
});

export const CorrectionReasonEnum = {
  COUNT: 'COUNT',
  RECEIPT: 'RECEIPT',
  RETURN: 'RETURN',
  DAMAGE: 'DAMAGE',
  LOSS: 'LOSS',
  SCRAP: 'SCRAP',
  OTHER: 'OTHER',
} as const;
registerEnumType(CorrectionReasonEnum, {
  name: 'CorrectionReason',
  description: 'Why a quantity is corrected.',
  valuesMap: {
    COUNT: { description: 'It was counted.' },
    RECEIPT: { description: 'Goods came in.' },
    RETURN: { description: 'Goods came back.' },
    DAMAGE: { description: 'It is damaged.' },
    LOSS: { description: 'It cannot be found.' },
    SCRAP: { description: 'It was scrapped.' },
    OTHER: { description: 'As the note says.' },
  },
});

@ObjectType('StockMovement', { description: 'One entry of the ledger of your stock at a place.' })
export class StockMovementType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;

  @Field(() => MovementKindEnum, { description: 'What moved it.' })
  kind: string;

  @Field(() => DecimalScalar, { description: 'By how much what is held changed, in order units.' })
  reservedDelta: string;

  @Field(() => DecimalScalar, { description: 'By how much the quantity changed, in order units.' })
  quantityDelta: string;

  @Field(() => String, { description: 'The order line, hold:<id> or correction:<key>.' })
  reference: string;

  @Field(() => CorrectionReasonEnum, { nullable: true, description: 'Of a correction: why.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'Of a correction: the note.' })
  note: string | null;
}

@ObjectType('StockMovementConnection', { description: 'A page of the ledger, the newest first.' })
export class StockMovementConnection extends connectionOf('StockMovement', () => StockMovementType) {}

@ArgsType()
export class StockMovementArgs extends PageArgs {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;

  @Field(() => String, { description: 'The place.' })
  location: string;
}

@InputType('StockCorrectionLineInput', { description: 'One correction: what is there, or what came and went.' })
export class StockCorrectionLineInput {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;

  @Field(() => String, { description: 'The place, 1 to 40 characters.' })
  location: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'What is there, in order units; or give delta.' })
  quantity?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'What came, or below zero what went; or give quantity.' })
  delta?: string | null;

  @Field(() => CorrectionReasonEnum, { description: 'Why.' })
  reason: keyof typeof CorrectionReasonEnum;

  @Field(() => String, { nullable: true, description: 'Up to 500 characters; needed for OTHER.' })
  note?: string | null;
}

@InputType('CorrectStockInput', { description: 'Corrections of your stock; all or none.' })
export class CorrectStockInputType {
  @Field(() => [StockCorrectionLineInput], { description: '1 to 200 corrections.' })
  lines: StockCorrectionLineInput[];

  @Field(() => String, { description: 'Makes a repeated call harmless; 1 to 200 characters.' })
  idempotencyKey: string;
}

@ObjectType('CorrectedStock', { description: 'A quantity after its correction.' })
export class CorrectedStockType {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;

  @Field(() => String, { description: 'The place.' })
  location: string;

  @Field(() => DecimalScalar, { description: 'What is there, in order units.' })
  quantity: string;

  @Field(() => DecimalScalar, { description: 'Held of it.' })
  reserved: string;
}

@ObjectType('StockLocation', { description: 'A place of your stock.' })
export class StockLocationType {
  @Field(() => String, { description: 'Its name.' })
  location: string;

  @Field(() => Boolean, { description: 'Whether its ledger here is the count; reports then leave it alone.' })
  managed: boolean;

  @Field(() => Int, { description: 'How many offers have stock there.' })
  offers: number;
}

@InputType('ManageLocationInput', { description: 'How the stock of a place is kept.' })
export class ManageLocationInput {
  @Field(() => String, { description: 'The place, 1 to 40 characters.' })
  location: string;

  @Field(() => Boolean, { description: 'Whether it is managed here from now on, or reported.' })
  managed: boolean;
}

const StockBelowZero = userError('StockBelowZero', 'Less than nothing would be left.', {
  quantity: { type: () => String, nullable: true, description: 'What is there, in order units.' },
});

export const CorrectStockPayload = payloadType(
  'CorrectStockPayload',
  { key: 'corrected', type: () => [CorrectedStockType], description: 'The quantities as they are now.' },
  errorUnion('CorrectStockError', [StockOfferUnknown, StockBelowZero]),
);
