import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which day decides what price holds: that of the order, or the requested delivery. */
export type PricingDate = 'ORDER' | 'DELIVERY';

/** Prices a supplier (org) has agreed with a buyer (counterparty) for a time. Signed once, never changed. */
@Entity({ schema: 'supply', name: 'agreement' })
export class Agreement {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** The buyer. */
  @Column('uuid', { name: 'counterparty_id' })
  counterpartyId: string;

  /** Unique at the supplier; the number both name it by. */
  @Column('text')
  number: string;

  @Column('text')
  currency: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to' })
  validTo: string;

  @Column('text', { name: 'pricing_date' })
  pricingDate: PricingDate;

  @Column('jsonb', { name: 'signed_by' })
  signedBy: { kind: string; id: string };

  @Column('timestamptz', { name: 'signed_at' })
  signedAt: Date;
}

/** One term: a price of an offer in the agreement's currency, or a discount on a category of the supplier. */
@Entity({ schema: 'supply', name: 'agreement_price' })
export class AgreementPrice {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'agreement_id' })
  agreementId: string;

  @Column('uuid', { name: 'counterparty_id' })
  counterpartyId: string;

  @Column('uuid', { name: 'offer_id', nullable: true })
  offerId: string | null;

  @Column('text', { nullable: true })
  category: string | null;

  /** Below the smallest break, or of any quantity when there is none; null: the breaks are the whole truth. */
  @Column('numeric', { nullable: true })
  price: string | null;

  /** Order units from which the price at the same place of `breakPrice` holds. */
  @Column('numeric', { name: 'break_from', array: true, nullable: true })
  breakFrom: string[] | null;

  @Column('numeric', { name: 'break_price', array: true, nullable: true })
  breakPrice: string[] | null;

  @Column('numeric', { nullable: true })
  basis: string | null;

  /** The offer's price unit when it was signed; the price holds while the offer counts in it. */
  @Column('text', { name: 'price_unit', nullable: true })
  priceUnit: string | null;

  @Column('numeric', { name: 'discount_percent', nullable: true })
  discountPercent: string | null;

  @Column('text')
  currency: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to' })
  validTo: string;

  @Column('text', { name: 'pricing_date' })
  pricingDate: PricingDate;
}
