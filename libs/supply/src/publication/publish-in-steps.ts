import type { Result } from '#libs/kernel';
import type { Work } from '#libs/platform';
import type { Publication } from './publication.entity.js';
import { nameParts, type PublishError, type PublishInput, publishCatalogue, wordParts } from './publish-catalogue.js';

/** How the steps of one publication run: each a unit of work of the supplier's. */
export interface PublishingRuns {
  /** What may be done again: the parts' names, and beside the last step their search documents. */
  before<T>(step: (work: Work) => Promise<T>): Promise<T>;
  /** The version itself. */
  last<T>(step: (work: Work) => Promise<T>): Promise<T>;
}

/**
 * Publishes a staged upload on two connections: its parts are named beside the reading of what it says, then their search documents are written
 * beside the offers. The version is one transaction as ever, and counts only when every part of it is found. Errors: those of publishCatalogue.
 */
export async function publishInSteps(
  runs: PublishingRuns,
  input: Omit<PublishInput, 'beside'>,
): Promise<Result<Publication, PublishError>> {
  const named = runs.before((work) => nameParts(work, input.uploadId));
  const worded = named.then((made) => (made ? runs.before((work) => wordParts(work, input.uploadId)) : 0));
  // Noticed where the version waits for it; without this line an early failure would count as unhandled.
  worded.catch(() => undefined);
  try {
    return await runs.last((work) => publishCatalogue(work, { ...input, beside: { named, worded } }));
  } finally {
    // Nothing runs on behind the caller's back.
    await worded.catch(() => undefined);
  }
}
