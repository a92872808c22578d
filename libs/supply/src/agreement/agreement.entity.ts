import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which day decides what price holds: that of the order, the requested delivery, or the expected despatch. */
export type PricingDate = 'ORDER' | 'DELIVERY' | 'DESPATCH';

/** Prices a supplier (org) has agreed with a buyer (counterparty) for a time. Signed once; only its last day is ever brought forward. */
@Entity({ schema: 'supply', name: 'agreement' })
export class Agreement {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** The buyer. */
  @Column('uuid', { name: 'counterparty_id' })
  counterpartyId: string;

  /** The number both name it by; unique at the supplier with `version`. */
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

  /** Versions of one number follow each other in time. */
  @Column('integer')
  version: number;

  @Column('text', { name: 'payment_terms', nullable: true })
  paymentTerms: string | null;

  @Column('text', { nullable: true })
  incoterm: string | null;

  @Column('smallint', { name: 'incoterm_edition', nullable: true })
  incotermEdition: number | null;

  @Column('text', { name: 'incoterm_place', nullable: true })
  incotermPlace: string | null;

  @Column('boolean', { name: 'best_price' })
  bestPrice: boolean;

  /** Kinds of certificates that must come with all that is ordered at its prices. */
  @Column('text', { name: 'required_certificates', array: true })
  requiredCertificates: string[];

  /** When its last day was brought forward. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('jsonb', { name: 'ended_by', nullable: true })
  endedBy: { kind: string; id: string } | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;

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

  @Column('text', { name: 'break_mode' })
  breakMode: 'WHOLE' | 'GRADUATED';

  @Column('text', { name: 'break_unit' })
  breakUnit: 'ORDER' | 'PRICE';

  @Column('text', { name: 'break_scope' })
  breakScope: 'LINE' | 'ORDER';

  /** Units (see `breakUnit`) from which the price at the same place of `breakPrice` holds. */
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
