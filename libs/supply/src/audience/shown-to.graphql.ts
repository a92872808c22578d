import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BadInput } from '#libs/platform';
import type { ShownTo } from './audience.js';

export const ShownToKindEnum = { EVERYBODY: 'EVERYBODY', GROUP: 'GROUP', NOBODY: 'NOBODY' } as const;
registerEnumType(ShownToKindEnum, {
  name: 'ShownToKind',
  description: 'Whom offers are shown, with their stock and list prices.',
  valuesMap: {
    EVERYBODY: { description: 'Every organisation on the hub.' },
    GROUP: { description: 'The buyers of one group.' },
    NOBODY: { description: 'Nobody but the supplier, and who has an agreed price.' },
  },
});

@ObjectType('ShownTo', { description: 'Whom offers are shown.' })
export class ShownToType {
  @Field(() => ShownToKindEnum, { description: 'Everybody, a group, or nobody.' })
  to: keyof typeof ShownToKindEnum;

  @Field(() => ID, { nullable: true, description: 'The group.' })
  groupId?: string | null;
}

@ObjectType('CategoryShown', { description: 'A category that is shown to others than the rest of its catalogue.' })
export class CategoryShownType {
  @Field(() => String, { description: 'The category as the catalogue names it.' })
  category: string;

  @Field(() => ShownToType, { description: 'Whom it is shown.' })
  shown: ShownToType;
}

@InputType('ShownToInput', { description: 'Whom offers are shown.' })
export class ShownToInput {
  @Field(() => ShownToKindEnum, { description: 'Everybody, a group, or nobody.' })
  to: keyof typeof ShownToKindEnum;

  @Field(() => ID, { nullable: true, description: 'With GROUP: which one.' })
  groupId?: string | null;
}

/** What was meant by an input; a group without GROUP is no slip to guess about. Throws BadInput. */
export function shownToOf({ to, groupId }: ShownToInput): ShownTo {
  if (to === 'GROUP' && groupId != null) return { to, groupId };
  if (to === 'GROUP' || groupId != null)
    throw new BadInput([{ path: ['shownTo', 'groupId'], message: 'A group is named with GROUP, and only then.' }]);
  return { to };
}
