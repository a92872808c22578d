import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  connectionOf,
  DateTimeScalar,
  DecimalScalar,
  errorUnion,
  PageArgs,
  payloadType,
  userError,
  VersionConflict,
} from '#libs/platform';

export const AskingOutcomeEnum = {
  ANSWERED: 'ANSWERED',
  TIMEOUT: 'TIMEOUT',
  UNREACHABLE: 'UNREACHABLE',
  REFUSED: 'REFUSED',
  STATUS: 'STATUS',
  TOO_LARGE: 'TOO_LARGE',
  GARBAGE: 'GARBAGE',
} as const;
registerEnumType(AskingOutcomeEnum, {
  name: 'AskingOutcome',
  description: 'What came of a question to an ERP.',
  valuesMap: {
    ANSWERED: { description: 'It answered.' },
    TIMEOUT: { description: 'It did not answer in time.' },
    UNREACHABLE: { description: 'There was no connection to it.' },
    REFUSED: { description: 'The hub may not go to this address.' },
    STATUS: { description: 'It answered with another status than 2xx.' },
    TOO_LARGE: { description: 'It answered more than 512 KiB.' },
    GARBAGE: { description: 'What it answered cannot be read.' },
  },
});

export const AskingLineEnum = { CLOSED: 'CLOSED', HALF_OPEN: 'HALF_OPEN', OPEN: 'OPEN' } as const;
registerEnumType(AskingLineEnum, {
  name: 'AskingLineState',
  description: 'Whether the hub asks an ERP at present.',
  valuesMap: {
    CLOSED: { description: 'It is asked.' },
    HALF_OPEN: { description: 'One question goes out, to see whether it answers again.' },
    OPEN: { description: 'It failed too often and has a pause.' },
  },
});

@ObjectType('AskingProfile', { description: 'How your ERP is asked for the stock of a place.' })
export class AskingProfileType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'The place; * stands for every place the ERP names.' })
  location: string;

  @Field(() => String, { description: 'Where the question is posted.' })
  url: string;

  @Field(() => String, { nullable: true, description: 'Name of the header that carries the secret.' })
  header: string | null;

  @Field(() => Boolean, { description: 'Whether a secret is stored. It is never shown.' })
  hasSecret: boolean;

  @Field(() => String, { description: 'How the fields stand in your ERP, as JSON; docs/asking-stock.md describes it.' })
  mappingJson: string;

  @Field(() => Int, { description: 'Milliseconds of one call, 50 to 5,000.' })
  timeoutMs: number;

  @Field(() => Int, { description: 'Calls at once, 1 to 16.' })
  callsMax: number;

  @Field(() => Int, { description: 'Seconds in which nobody asks again, 0 to 3,600.' })
  cacheSeconds: number;

  @Field(() => Int, { description: 'Seconds that a figure may be old by its own time and still be live, 1 to 3,600.' })
  freshSeconds: number;

  @Field(() => Int, { description: 'Minutes after which a figure that could not be renewed no longer counts, 1 to 43,200.' })
  keepMinutes: number;

  @Field(() => Boolean, { description: 'Whether nobody is asked for now.' })
  paused: boolean;

  @Field(() => AskingLineEnum, { description: 'How the line stands in the process that answers you.' })
  line: string;

  @Field(() => Int, { description: 'Raised by every change.' })
  version: number;
}

@ObjectType('AskingProblem', { description: 'A value of an answer that was not taken.' })
export class AskingProblemType {
  @Field(() => String, { description: 'Where it stands.' })
  at: string;

  @Field(() => String, {
    description: 'NOT_JSON, LINES_MISSING, PART_UNKNOWN, PART_MISSING, QUANTITY_INVALID, TIME_AHEAD and their like.',
  })
  code: string;
}

@ObjectType('AskingCall', { description: 'One question to your ERP, and what came of it.' })
export class AskingCallType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;

  @Field(() => Boolean, { description: 'Whether it was a test of yours.' })
  test: boolean;

  @Field(() => AskingOutcomeEnum, { description: 'What came of it.' })
  outcome: string;

  @Field(() => Int, { nullable: true, description: 'Status of HTTP, when there was an answer.' })
  status: number | null;

  @Field(() => Int, { description: 'Milliseconds.' })
  ms: number;

  @Field(() => Int, { description: 'Parts that were asked for.' })
  lines: number;

  @Field(() => Int, { description: 'Figures that were taken.' })
  figures: number;

  @Field(() => [AskingProblemType], { description: 'What was not taken, the first 20.' })
  problems: AskingProblemType[];
}

@ObjectType('AskingCallConnection', { description: 'A page of the log, the newest first.' })
export class AskingCallConnection extends connectionOf('AskingCall', () => AskingCallType) {}

@ArgsType()
export class AskingCallArgs extends PageArgs {
  @Field(() => ID, { description: 'The profile.' })
  profileId: string;
}

@ObjectType('AskedFigure', { description: 'What the ERP says of a place.' })
export class AskedFigureType {
  @Field(() => String, { description: 'The place, in the name that buyers see.' })
  location: string;

  @Field(() => DecimalScalar, { description: 'In order units.' })
  quantity: string;

  @Field(() => DateTimeScalar, { description: 'By its word, or when the answer came.' })
  asOf: Date;
}

@ObjectType('AskingTest', { description: 'What a question by hand has brought; its figures are shown and not taken.' })
export class AskingTestType {
  @Field(() => AskingOutcomeEnum, { description: 'What came of it.' })
  outcome: string;

  @Field(() => Int, { nullable: true, description: 'Status of HTTP, when there was an answer.' })
  status: number | null;

  @Field(() => Int, { description: 'Milliseconds.' })
  ms: number;

  @Field(() => [AskedFigureType], { description: 'What was understood.' })
  figures: AskedFigureType[];

  @Field(() => [AskingProblemType], { description: 'What was not.' })
  problems: AskingProblemType[];
}

@InputType('SaveAskingInput', { description: 'How your ERP is asked for a place.' })
export class SaveAskingInputType {
  @Field(() => String, { nullable: true, description: 'The place; absent or *: every place the ERP names.' })
  location?: string | null;

  @Field(() => String, { description: 'https, or http to hosts that the operator has allowed.' })
  url: string;

  @Field(() => String, { nullable: true, description: 'Name of the header that carries the secret, such as Authorization.' })
  header?: string | null;

  @Field(() => String, { nullable: true, description: 'Value of that header. Absent: stays as it is. Empty: removed.' })
  secret?: string | null;

  @Field(() => String, { nullable: true, description: 'The mapping as JSON; absent: the fields as described.' })
  mappingJson?: string | null;

  @Field(() => Int, { nullable: true, description: '50 to 5,000; 600 when absent.' })
  timeoutMs?: number | null;

  @Field(() => Int, { nullable: true, description: '1 to 16; 4 when absent.' })
  callsMax?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 3,600; 30 when absent.' })
  cacheSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: '1 to 3,600; 60 when absent.' })
  freshSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: '1 to 43,200; 1,440 when absent.' })
  keepMinutes?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Nobody is asked while it is on.' })
  paused?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'The version you read; absent for a new one.' })
  expectedVersion?: number | null;
}

@InputType('AskingProfileInput', { description: 'Which profile.' })
export class AskingProfileInput {
  @Field(() => ID, { description: 'The profile.' })
  profileId: string;
}

@InputType('TestAskingInput', { description: 'What to ask, and how.' })
export class TestAskingInput {
  @Field(() => ID, { description: 'The profile.' })
  profileId: string;

  @Field(() => String, { description: 'An own part number of yours.' })
  supplierPart: string;
}

const reason = { reason: { type: () => String, description: 'What is wrong with it.' } };
export const SaveAskingPayload = payloadType(
  'SaveAskingPayload',
  { key: 'profile', type: () => AskingProfileType, description: 'The profile as it is now.' },
  errorUnion('SaveAskingError', [
    userError('AskingUrlRefused', 'The hub may not post to this address.', reason),
    userError('AskingMappingInvalid', 'The mapping is not of the described shape.', reason),
    VersionConflict,
  ]),
);
