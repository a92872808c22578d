import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who said how much there is: a file, a machine, a person in the portal. */
export type StockSource = 'FILE' | 'API' | 'MANUAL';

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

/** One movement of what an order line holds; append only. Its sum by offer and location is `Stock.reserved`. */
@Entity({ schema: 'supply', name: 'stock_ledger' })
export class StockMovement {
  @PrimaryColumn('uuid', { name: 'org_id' })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** The buyer. */
  @Column('uuid', { name: 'counterparty_id' })
  counterpartyId: string;

  @Column('uuid', { name: 'offer_id' })
  offerId: string;

  @Column('text')
  location: string;

  @Column('text')
  kind: 'RESERVE' | 'RELEASE' | 'CONSUME';

  @Column('numeric', { name: 'reserved_delta' })
  reservedDelta: string;

  @Column('numeric', { name: 'quantity_delta' })
  quantityDelta: string;

  /** The order line at its buyer. */
  @Column('text')
  reference: string;

  /** The cause: `reserve`, or what the mover named; one cause moves once. */
  @Column('text')
  movement: string;

  @Column('timestamptz')
  at: Date;
}
