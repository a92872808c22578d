import { z } from 'zod';
import { isLocalDate, isPositiveDecimal } from '#libs/kernel';
import { applicationsMax, setMembersMax } from './link.entity.js';

const date = z.string().refine(isLocalDate, 'a day as CCYY-MM-DD');
/** One line of text without controls; empty is absent. */
const text = (most: number) =>
  z
    .string()
    .transform((value) => value.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())
    .pipe(z.string().max(most))
    .transform((value) => value || null);
/** Names of models, modifications and fleets are compared in capitals. */
const name = (most: number) => text(most).transform((value) => value?.toUpperCase() ?? null);
const msn = z.int().min(0).max(2_000_000_000);

export const application = z.object({
  model: name(40).nullish(),
  msnFrom: msn.nullish(),
  msnTo: msn.nullish(),
  modification: name(60).nullish(),
});

/** What `assertLink` takes: one part in the place of another, or a set with the quantity of each part. */
export const assertLinkInput = z
  .object({
    fromPartId: z.uuid(),
    toPartId: z.uuid().nullish(),
    members: z
      .array(
        z.object({
          partId: z.uuid(),
          quantity: z.string().refine(isPositiveDecimal, 'a decimal above zero'),
        }),
      )
      .max(setMembersMax)
      .default([]),
    setNumber: text(40).nullish(),
    code: z.string().trim().toUpperCase().min(1).max(10),
    class: z.string().trim().toUpperCase().max(10).nullish(),
    applicability: z.array(application).max(applicationsMax).default([]),
    effectiveFrom: date.nullish(),
    effectiveTo: date.nullish(),
    authority: text(200).nullish(),
    remark: text(500).nullish(),
    /** Default: the strongest that the organisation has for these parts. */
    capacity: z.enum(['MANUFACTURER', 'OPERATOR', 'BUYER', 'SUPPLIER']).nullish(),
  })
  .refine((input) => (input.toPartId == null) !== (input.members.length === 0), 'give a part or the members of a set');

export type AssertLinkInput = z.input<typeof assertLinkInput>;
export type CheckedLink = z.output<typeof assertLinkInput>;

const link = { linkOrg: z.uuid(), linkId: z.uuid() };

/** What `approveLink` takes. */
export const approveLinkInput = z.object({
  ...link,
  /** A buyer's approval for this fleet alone. */
  fleet: name(60).nullish(),
  validFrom: date.nullish(),
  validTo: date.nullish(),
  note: text(500).nullish(),
  /** Default: MANUFACTURER where the organisation makes the part, else BUYER. */
  kind: z.enum(['MANUFACTURER', 'BUYER']).nullish(),
});

export const withdrawLinkInput = z.object({ linkId: z.uuid(), reason: text(500).nullish() });
export const revokeApprovalInput = z.object({ approvalId: z.uuid(), reason: text(500).nullish() });
export type ApproveLinkInput = z.input<typeof approveLinkInput>;
export type WithdrawLinkInput = z.input<typeof withdrawLinkInput>;
export type RevokeApprovalInput = z.input<typeof revokeApprovalInput>;
