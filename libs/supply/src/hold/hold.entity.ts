import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What holds stock for a time. An order holds without an end: that is a reservation of the stock ledger. */
export const holderKinds = ['BASKET', 'QUOTE', 'APPROVAL', 'NAMED'] as const;
export type HolderKind = (typeof holderKinds)[number];

/** HELD leads to exactly one of the others, once. */
export type HoldStatus = 'HELD' | 'CONSUMED' | 'RELEASED' | 'EXPIRED';

/** Stock of one offer that a buyer holds until an instant, in order units. Written by the functions of the database only. */
@Entity({ schema: 'supply', name: 'stock_hold' })
export class StockHold {
  /** The supplier. */
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** The buyer. */
  @Column('uuid', { name: 'counterparty_id' })
  counterpartyId: string;

  @Column('uuid', { name: 'offer_id' })
  offerId: string;

  @Column('uuid', { name: 'part_id' })
  partId: string;

  @Column('text', { name: 'holder_kind' })
  holderKind: HolderKind;

  /** The basket, quote or approval at its buyer; of a hold by name whatever its buyer files it under. */
  @Column('uuid', { name: 'holder_id' })
  holderId: string;

  /** What both parties call it, such as the tail number of an aircraft on ground. */
  @Column('text', { nullable: true })
  label: string | null;

  /** What was asked for. */
  @Column('numeric')
  quantity: string;

  /** What was set aside; less than asked for when the rest may wait for the lead time. */
  @Column('numeric')
  held: string;

  /** Quantity by location. Kept after the end: the ledger says what became of it. */
  @Column('jsonb')
  places: Record<string, string>;

  @Column('text')
  status: HoldStatus;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** The order line that used it up. */
  @Column('text', { name: 'consumed_by', nullable: true })
  consumedBy: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { name: 'idem_key' })
  idemKey: string;

  @Column('integer')
  line: number;

  @Column('integer')
  version: number;
}

/** How long buyers may hold a supplier's stock; 0: not at all. */
export interface HoldPolicy {
  basketMinutes: number;
  quoteHours: number;
  approvalHours: number;
  namedMinutes: number;
  /** 0 while the supplier has none of his own. */
  version: number;
}
