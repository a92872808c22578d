import { Column, Entity, PrimaryColumn } from 'typeorm';

export type PartnershipStatus = 'PROPOSED' | 'ACTIVE' | 'SUSPENDED' | 'ENDED';

/** Delivery terms: an Incoterms 2020 code and its named place. */
export interface DeliveryTerms {
  code: string;
  place: string;
}

/** A buyer (`orgId`) trades with a supplier (`counterpartyId`). Two-party: both read it, definer functions write it. */
@Entity({ schema: 'organizations', name: 'partnership' })
export class Partnership {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid', { name: 'counterparty_id' })
  counterpartyId: string;

  @Column('text')
  status: PartnershipStatus;

  @Column('uuid', { name: 'proposed_by' })
  proposedBy: string;

  /** Who suspended it and may alone resume it. */
  @Column('uuid', { name: 'suspended_by', nullable: true })
  suspendedBy: string | null;

  /** The buyer's account number at the supplier. */
  @Column('text', { name: 'account_number', nullable: true })
  accountNumber: string | null;

  @Column('text', { name: 'payment_terms', nullable: true })
  paymentTerms: string | null;

  @Column('jsonb', { name: 'delivery_terms', nullable: true })
  deliveryTerms: DeliveryTerms | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('integer')
  version: number;
}

/** What a buyer lets pass without asking. Private to the buyer; absent numbers tolerate nothing. */
@Entity({ schema: 'organizations', name: 'partnership_tolerance' })
export class PartnershipTolerance {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid', { name: 'counterparty_id' })
  counterpartyId: string;

  /** Per cent of the price, up or down. */
  @Column('numeric', { name: 'price_percent', nullable: true })
  pricePercent: string | null;

  /** Per line, in `currency`. Both price limits hold when both are given. */
  @Column('numeric', { name: 'price_absolute', nullable: true })
  priceAbsolute: string | null;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('numeric', { name: 'quantity_percent', nullable: true })
  quantityPercent: string | null;

  @Column('integer', { name: 'days_early', nullable: true })
  daysEarly: number | null;

  @Column('integer', { name: 'days_late', nullable: true })
  daysLate: number | null;

  /** Whether rounding up to a full pack passes whatever the quantity limit says. */
  @Column('boolean', { name: 'pack_rounding' })
  packRounding: boolean;

  @Column('integer')
  version: number;
}
