import { z } from 'zod';
import { isCage, isCountryCode, isCurrencyCode, isDuns, isGln } from '#libs/kernel';

const identifier = (is: (text: string) => boolean, what: string) => z.string().refine(is, { message: `Not ${what}.` });

/** Fields of a card that its owner may change. */
export const cardFields = {
  name: z.string().trim().min(1).max(200),
  country: z.string().refine(isCountryCode, { message: 'Not an ISO 3166-1 alpha-2 code.' }),
  currency: z.string().refine(isCurrencyCode, { message: 'Not an ISO 4217 code.' }),
};

/** Fields that only an operator sets, because others trust them: what the organisation does, and who it is. */
export const trustedFields = {
  roles: z
    .array(z.enum(['SUPPLIER', 'BUYER', 'OPERATOR']))
    .min(1)
    .transform((roles) => [...new Set(roles)]),
  cage: identifier(isCage, 'a CAGE code').nullish(),
  duns: identifier(isDuns, 'a D-U-N-S number').nullish(),
  gln: identifier(isGln, 'a GLN').nullish(),
  /** Electronic address scheme of four digits and the identifier, such as `0088:4006381333931`. */
  peppolId: z
    .string()
    .regex(/^\d{4}:[\w.-]{1,50}$/)
    .nullish(),
};
