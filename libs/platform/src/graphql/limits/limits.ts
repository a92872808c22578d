/** What one operation may ask. They count resolver calls and nodes, not requests, so that aliases buy nothing. */
export const limits = {
  /** Levels of selection; introspection is exempt. */
  depthMax: 10,
  /** Aliases in a document. */
  aliasesMax: 30,
  /** The same response key written again in one selection set. */
  repeatsMax: 10,
  /** Directives in a document. */
  directivesMax: 30,
  /** Root fields of one operation with fragments followed: each is one call of a verb or reader. */
  rootCallsMax: 20,
  /** Tokens of a document. The largest of the portal has some 700. */
  tokensMax: 4000,
  /** Objects the answer may hold, as estimated from page sizes. */
  costMax: 10_000,
  /** Elements assumed of a list that has no page arguments. */
  listSize: 10,
  /** Validation errors told at most. */
  errorsMax: 10,
} as const;

/** Extension of a root field that may be called once in an operation: signing in and whatever else is guessed at. */
export const onceExtension = 'entrepotOnce';
