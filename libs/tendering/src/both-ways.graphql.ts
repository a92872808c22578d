import { InputType, ObjectType } from '@nestjs/graphql';

/** One type going in and coming out, with the same fields: what is read is what was written. */
export function bothWays(name: string, description: string) {
  return (type: new () => object): void => {
    ObjectType(name, { description })(type);
    InputType(`${name}Input`, { description })(type);
  };
}
