import { Field, InputType } from '@nestjs/graphql';
import { errorUnion, LocalDateScalar, payloadType, userError, VersionConflict } from '#libs/platform';
import { TimeZoneUnknown } from '../calendar/calendar.graphql.js';
import { UploadNotReady } from '../catalogue/catalogue.errors.graphql.js';
import { UploadDecisionInputType, UploadType } from '../upload/upload.graphql.js';

@InputType('SchedulePublicationInput', { description: 'Which upload, as it was read, and from when it shall hold.' })
export class SchedulePublicationInputType extends UploadDecisionInputType {
  @Field(() => LocalDateScalar, { description: 'Day in the time zone; at most a year ahead.' })
  day: string;

  @Field(() => String, { description: 'Time as HH:MM on the wall of the time zone; of one that comes twice the first.' })
  time: string;

  @Field(() => String, {
    nullable: true,
    description: 'IANA name such as Europe/Berlin; absent: that of your calendar, else UTC.',
  })
  timeZone?: string | null;
}

const ScheduleOutOfRange = userError('ScheduleOutOfRange', 'The day and time are not ahead, or more than a year.', {
  at: { type: () => String, description: 'The instant, RFC 3339 in UTC.' },
});

const upload = { key: 'upload', type: () => UploadType, description: 'The upload as it is now.' } as const;
export const SchedulePublicationPayload = payloadType(
  'SchedulePublicationPayload',
  upload,
  errorUnion('SchedulePublicationError', [ScheduleOutOfRange, TimeZoneUnknown, UploadNotReady, VersionConflict]),
);
export const CallOffPublicationPayload = payloadType(
  'CallOffPublicationPayload',
  upload,
  errorUnion('CallOffPublicationError', [UploadNotReady, VersionConflict]),
);
