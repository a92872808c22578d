import type { TaxCategory } from '../billing/tax.js';
import type { DocumentPrice, DocumentQuantity, Extensions, Item } from '../line.js';
import type { OrderTotals } from '../order.js';
import type { Contact, Party } from '../party.js';

/**
 * A buyer's wish to let one of his people into a supplier's shop. `cookie` is the buyer's word for this visit and comes back with the
 * cart; `returnTo` is where the cart is to be sent. `edit` and `inspect` show the cart of `lines` again. `properties` say who visits, in
 * the sender's own words. Source: cXML 1.2 PunchOutSetupRequest.
 */
export interface PunchOutSetup {
  kind: 'punchOutSetup';
  operation: 'create' | 'edit' | 'inspect' | 'source';
  cookie: string;
  returnTo?: string;
  /** The shop, where the buyer knows it by its address. */
  shop?: string;
  contact?: Contact;
  buyer: Party;
  supplier: Party;
  shipTo?: Party;
  selected?: Item;
  properties: { name: string; value?: string }[];
  lines: PunchOutLine[];
  extensions?: Extensions;
}

/** What was put in the cart. It orders nothing; without lines the visit ended without a choice. Sources: cXML 1.2 PunchOutOrderMessage, SAP OCI 5.0, UBL 2.1 Catalogue as Peppol BIS Punch Out 3 (T77). */
export interface PunchOutOrder {
  kind: 'punchOutOrder';
  cookie: string;
  /** What the buyer may still do with this cart in the shop. */
  allowed: 'create' | 'edit' | 'inspect';
  /** `pending`: prices still have to be confirmed. */
  status?: 'pending' | 'final';
  /** The supplier's number of the cart. */
  number?: string;
  issuedOn?: string;
  issuedAt?: string;
  /** The last day the shop stands by it. */
  validUntil?: string;
  currency: string;
  buyer: Party;
  supplier: Party;
  shipTo?: Party;
  totals?: OrderTotals & { shipping?: string };
  lines: PunchOutLine[];
  extensions?: Extensions;
}

/** One part in a cart. `auxiliary` is the shop's own key of the choice (SupplierPartAuxiliaryID); it goes into the order as it came. */
export interface PunchOutLine {
  number: string;
  quantity: DocumentQuantity;
  item: Item;
  auxiliary?: string;
  price?: DocumentPrice;
  /** Whole days from order to delivery. */
  leadDays?: string;
  tax?: TaxCategory;
  note: string[];
  extensions?: Extensions;
}
