import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '#libs/platform';
import { LocalNameType } from '../part/part.graphql.js';

@ObjectType('ClassificationRelease', { description: 'A version of a published classification as the operator loaded it.' })
export class ClassificationReleaseType {
  @Field(() => String, { description: 'System, such as UNSPSC.' })
  system: string;

  @Field(() => String, { description: 'Version.' })
  version: string;

  @Field(() => Boolean, { description: 'Whether codes without a version mean it.' })
  current: boolean;

  @Field(() => Int, { description: 'Classes in it.' })
  classes: number;

  @Field(() => String, { description: 'The file it came from.' })
  fileName: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  loadedAt: Date;
}

@ObjectType('Class', { description: 'A class of a tree.' })
export class ClassType {
  @Field(() => String, { description: 'Code in its system.' })
  code: string;

  @Field(() => String, { nullable: true, description: 'Code of the class above; null at the top.' })
  parent: string | null;

  @Field(() => [LocalNameType], { description: 'Names by language.' })
  names: LocalNameType[];

  @Field(() => Int, { description: 'Classes directly below it.' })
  below: number;
}

@ArgsType()
export class ClassesArgs {
  @Field(() => String, { description: 'System, such as UNSPSC.' })
  system: string;

  @Field(() => String, { nullable: true, description: 'Version; the current one when absent.' })
  version?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the class above; the top of the tree when absent.' })
  parent?: string | null;
}
