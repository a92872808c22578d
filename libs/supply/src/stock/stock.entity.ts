import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Who said how much there is: a file, a machine, a person in the portal (all three are pushed), the ledger of a place that is
 * managed here, or the supplier's ERP that was asked.
 */
export type StockSource = 'FILE' | 'API' | 'MANUAL' | 'MANAGED' | 'ASKED';

/** RESERVE to CONSUME move what orders hold; HOLD, EXPIRE, RELEASE and TRANSFER (to an order) what is held for a time; OPEN and CORRECT the quantity, UNSHIP both back. */
export type MovementKind = 'RESERVE' | 'RELEASE' | 'CONSUME' | 'HOLD' | 'EXPIRE' | 'TRANSFER' | 'OPEN' | 'CORRECT' | 'UNSHIP';

/** Quantity of an offer at one location, in order units. Free is quantity - reserved, never below zero. */
@Entity({ schema: 'supply', name: 'stock' })
export class Stock {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid', { name: 'offer_id' })
  offerId: string;

  @PrimaryColumn('text')
  location: string;

  @Column('uuid', { nullable: true })
  audience: string | null;

  @Column('numeric')
  quantity: string;

  /** Held by orders; written by the reservation functions only. */
  @Column('numeric')
  reserved: string;

  /** When it was counted, by the supplier's word. */
  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;

  @Column('text')
  source: StockSource;
}

/**
 * One movement of stock; append only. The sum of `reservedDelta` by offer and location is `Stock.reserved`; at a managed place the
 * sum of `quantityDelta` is `Stock.quantity`.
 */
@Entity({ schema: 'supply', name: 'stock_ledger' })
export class StockMovement {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** The buyer; the supplier himself for what he alone moves. */
  @Column('uuid', { name: 'counterparty_id' })
  counterpartyId: string;

  @Column('uuid', { name: 'offer_id' })
  offerId: string;

  @Column('text')
  location: string;

  @Column('text')
  kind: MovementKind;

  @Column('numeric', { name: 'reserved_delta' })
  reservedDelta: string;

  @Column('numeric', { name: 'quantity_delta' })
  quantityDelta: string;

  /** The order line at its buyer, `hold:<id>`, or what the supplier files a correction under. */
  @Column('text')
  reference: string;

  /** The cause: `reserve`, or what the mover named; one cause moves once. */
  @Column('text')
  movement: string;

  @Column('timestamptz')
  at: Date;

  /** Why a quantity was corrected, as a code. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** The person who corrected it. */
  @Column('uuid', { name: 'member_id', nullable: true })
  memberId: string | null;
}
