import { Field, ObjectType, type ReturnTypeFunc } from '@nestjs/graphql';
import type { Connection } from './page.js';

/** Relay's page info. */
@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether rows follow this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether rows precede this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null when the page is empty.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null when the page is empty.' })
  endCursor: string | null;
}

/** The class `connectionOf` gives: extend it under the connection's own name and add what the list has besides (`totalCount`, facets). */
export type ConnectionClass = abstract new () => Connection<unknown>;

/**
 * Relay connection over a node type. Use:
 * `@ObjectType('OrderConnection', { description }) class OrderConnection extends connectionOf('Order', () => OrderType) {}`
 */
export function connectionOf(name: string, node: ReturnTypeFunc): ConnectionClass {
  const edge = class {};
  Object.defineProperty(edge, 'name', { value: `${name}Edge` });
  Field(() => String, { description: 'Opaque place in the list, for `after` and `before`.' })(edge.prototype, 'cursor');
  Field(node, { description: 'The row.' })(edge.prototype, 'node');
  ObjectType(`${name}Edge`, { description: `One row of a list of ${name}.` })(edge);

  abstract class Page {}
  Field((() => [edge]) as ReturnTypeFunc, { description: 'The rows with their cursors.' })(Page.prototype, 'edges');
  Field((() => [(node as () => unknown)()]) as ReturnTypeFunc, { description: 'The rows alone.' })(Page.prototype, 'nodes');
  Field(() => PageInfoType, { description: 'Where this page stands.' })(Page.prototype, 'pageInfo');
  ObjectType({ isAbstract: true })(Page);
  return Page as unknown as ConnectionClass;
}
