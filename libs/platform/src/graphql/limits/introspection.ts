import { type DocumentNode, visit } from 'graphql';

const known = new WeakMap<DocumentNode, boolean>();

/** Whether a document asks for the schema itself (`__schema`, `__type`). Worked out once per document. */
export function introspects(document: DocumentNode): boolean {
  const before = known.get(document);
  if (before !== undefined) return before;
  let found = false;
  visit(document, {
    Field(node) {
      if (node.name.value === '__schema' || node.name.value === '__type') found = true;
    },
  });
  known.set(document, found);
  return found;
}
