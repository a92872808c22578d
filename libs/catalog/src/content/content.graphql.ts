import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, errorUnion, FileUnknown, payloadType, userError } from '#libs/platform';
import type { ContentOfPart, LinkState } from './content.entity.js';

export const ContentKindEnum = {
  DATASHEET: 'DATASHEET',
  PICTURE: 'PICTURE',
  DRAWING: 'DRAWING',
  MANUAL: 'MANUAL',
  SAFETY_DATA_SHEET: 'SAFETY_DATA_SHEET',
  CERTIFICATE: 'CERTIFICATE',
} as const satisfies Record<ContentOfPart, ContentOfPart>;
registerEnumType(ContentKindEnum, {
  name: 'ContentKind',
  description: 'What a content of a part is.',
  valuesMap: {
    DATASHEET: { description: 'A datasheet.' },
    PICTURE: { description: 'A picture, shown in pages.' },
    DRAWING: { description: 'A drawing.' },
    MANUAL: { description: 'A manual.' },
    SAFETY_DATA_SHEET: { description: 'A safety data sheet.' },
    CERTIFICATE: { description: 'A certificate of the part itself, such as of its type.' },
  },
});
export const LinkStateEnum = {
  UNCHECKED: 'UNCHECKED',
  REACHED: 'REACHED',
  MOVED: 'MOVED',
  BROKEN: 'BROKEN',
  REFUSED: 'REFUSED',
} as const satisfies Record<LinkState, LinkState>;
registerEnumType(LinkStateEnum, {
  name: 'LinkState',
  description: 'What the last check found behind a link.',
  valuesMap: {
    UNCHECKED: { description: 'It was not looked at yet.' },
    REACHED: { description: 'Something answers.' },
    MOVED: { description: 'It answers with another address.' },
    BROKEN: { description: 'Nothing usable answers.' },
    REFUSED: { description: 'The hub does not go there.' },
  },
});

@ObjectType('PartContent', {
  description:
    'A file or a link that an organisation has added to a part. Bytes of a file: /api/v1/files/content/<id>. Since 0.2.',
})
export class PartContentType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ContentKindEnum, { description: 'What it is.' })
  kind: ContentOfPart;
  @Field(() => String, { description: 'What its versions in several languages have in common.' })
  series: string;
  @Field(() => String, { description: 'Language tag; empty: of no language.' })
  language: string;
  @Field(() => String, { description: 'Its title.' })
  title: string;
  @Field(() => String, { nullable: true, description: 'What a picture shows.' })
  alt: string | null;
  @Field(() => String, { nullable: true, description: 'What the bytes are; null for a link.' })
  mediaType: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the file.' })
  name: string | null;
  @Field(() => Int, { nullable: true, description: 'Bytes.' })
  size: number | null;
  @Field(() => String, { nullable: true, description: 'Address of a link.' })
  link: string | null;
  @Field(() => LinkStateEnum, { nullable: true, description: 'What the last check found.' })
  linkState: LinkState | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was.' })
  checkedAt: Date | null;
}

@InputType('AddContentInput', { description: 'A file or a link for a part.' })
export class AddContentInputType {
  @Field(() => ID, { description: 'The part.' })
  partId: string;
  @Field(() => ContentKindEnum, { description: 'What it is.' })
  kind: ContentOfPart;
  @Field(() => String, { description: 'What its versions in several languages have in common, up to 60 characters.' })
  series: string;
  @Field(() => String, { defaultValue: '', description: 'Language tag; empty: of no language.' })
  language: string;
  @Field(() => String, { description: 'Title, up to 200 characters.' })
  title: string;
  @Field(() => String, { nullable: true, description: 'What a picture shows, up to 300 characters; needed for pictures.' })
  alt?: string | null;
  @Field(() => ID, { nullable: true, description: 'The file, as POST /api/v1/files answered; it or link.' })
  fileId?: string | null;
  @Field(() => String, { nullable: true, description: 'An address of https, up to 2,000 characters.' })
  link?: string | null;
}
@InputType('RemoveContentInput', { description: 'Which.' })
export class RemoveContentInputType {
  @Field(() => ID, { description: 'A content of yours.' })
  contentId: string;
}
@ObjectType('RemoveContentPayload', { description: 'What removeContent answers.' })
export class RemoveContentPayload {
  @Field(() => ID, { description: 'What is gone.' })
  contentId: string;
}

export const AddContentPayload = payloadType(
  'AddContentPayload',
  { key: 'content', type: () => PartContentType, description: 'As it is now.' },
  errorUnion('AddContentError', [
    FileUnknown,
    userError('PictureNeedsAlt', 'A picture needs a text that says what it shows.'),
    userError('PictureKindRefused', 'A picture is a PNG or JPEG file that you have sent.'),
  ]),
);
