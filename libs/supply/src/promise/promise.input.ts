import { z } from 'zod';
import { isCountryCode } from '#libs/kernel';
import { availabilityInput } from '../availability/availability.input.js';

/** Where the goods shall be: a site of the buyer, or a country with its region. */
const shipTo = z.union([
  z.strictObject({ siteId: z.uuid() }),
  z.strictObject({
    country: z.string().refine(isCountryCode, 'an ISO 3166-1 alpha-2 code'),
    region: z.string().trim().max(40).nullish(),
  }),
]);

/** What a question for dates must look like: the lines of an availability question, and a place. */
export const promiseInput = availabilityInput.extend({
  shipTo,
  /** The only ship method that will do. */
  method: z
    .string()
    .regex(/^[A-Z0-9_]{1,20}$/, 'a code of capitals, digits and _')
    .nullish(),
});

export type PromiseInput = z.input<typeof promiseInput>;
export type CheckedPromise = z.output<typeof promiseInput>;
