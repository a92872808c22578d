import type { AlternateLinkFragment, PartAlternatesQuery } from '../../../../graphql/generated/graphql';
import type { Tone } from '../../../../ui/shown/status';

export type Link = AlternateLinkFragment;
export type Alternative = NonNullable<PartAlternatesQuery['part']>['alternatives'][number];

/** How a link stands for the reader: by shape and colour beside its word. A code that forbids stands by itself. */
export const toneOf = (standing: Link['standing']): Tone => (standing === 'CLAIM' ? 'waiting' : 'good');

/** Whether the link may be followed in either of its directions. */
export const isFollowed = (link: Pick<Link, 'standing' | 'reverseStanding'>): boolean =>
  link.standing !== 'CLAIM' || (link.reverseStanding !== null && link.reverseStanding !== 'CLAIM');

/** The reader's own approvals that stand. */
export const ownApprovals = (link: Link): Link['approvals'] => link.approvals.filter((one) => one.mine && one.revokedAt === null);

/** The parts a link leads to in words, a set with its quantities. */
export const targetText = (link: Pick<Link, 'to'>): string =>
  link.to.map(({ part, quantity }) => (quantity === null ? part.number : `${quantity} × ${part.number}`)).join(' + ');

/** The applications of a link in words; codes and numbers alone, so it reads the same in every language. */
export const limitsText = (link: Pick<Link, 'applicability'>): string =>
  link.applicability
    .map(({ model, msnFrom, msnTo, modification }) =>
      [model, msnFrom === null && msnTo === null ? null : `MSN ${msnFrom ?? ''}–${msnTo ?? ''}`, modification]
        .filter(Boolean)
        .join(' '),
    )
    .join('; ');
