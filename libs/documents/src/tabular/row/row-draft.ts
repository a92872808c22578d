import type { AttributeName, CatalogueAction, CatalogueCharge, ExtensionValue, TermName } from '../../canonical/catalogue.js';

/** Fields of a row that a finding can point at; a format names its own column or element for each. */
export type DraftField =
  | 'action'
  | 'supplierPart'
  | 'manufacturer'
  | 'manufacturerCode'
  | 'manufacturerPart'
  | 'gtin'
  | 'name'
  | 'description'
  | 'orderUnit'
  | 'contentUnit'
  | 'contentPerOrderUnit'
  | 'priceUnit'
  | 'priceUnitsPerOrderUnit'
  | 'price'
  | 'currency'
  | 'basis'
  | 'fromQuantity'
  | 'validFrom'
  | 'validTo'
  | 'taxRate'
  | 'minimum'
  | 'multiple'
  | 'leadDays'
  | 'stock'
  | 'shelfLifeDays'
  | 'countryOfOrigin'
  | 'nonCancellable'
  | 'classification'
  | 'charges'
  | TermName
  | AttributeName;

/** What a price is per, where the format says it for each price (BMEcat PRICE_BASE); empty texts are the order unit. */
export interface PriceBase {
  unit: string;
  /** Price units in one order unit. */
  perOrderUnit: string;
}

/** One price as the file writes it: text everywhere, nothing checked. An empty amount is no price. */
export class PriceDraft {
  type = 'net_list';
  amount = '';
  currency = '';
  basis = '';
  fromQuantity = '';
  validFrom = '';
  validTo = '';
  territory: string[] | undefined = undefined;
  taxRate = '';
  /** Multiplies the amount (BMEcat PRICE_FACTOR). */
  multiplier = '';
  /** Absent: the `priceUnit` of the row holds for all its prices. */
  base: PriceBase | undefined = undefined;
  /** Columns to blame, where they differ from those of the first price. */
  amountColumn: string | undefined = undefined;
  quantityColumn: string | undefined = undefined;
}

/**
 * One record before any check: the text of the file under the names of the model. The three readers fill it, `RowCheck`
 * turns it into a `CatalogueRow` or refuses it, so that all formats follow the same rules. Empty text counts as absent.
 */
export class RowDraft {
  line = 0;
  action: CatalogueAction = 'put';
  supplierPart = '';
  manufacturer = '';
  manufacturerCode = '';
  manufacturerPart = '';
  gtin = '';
  names: Record<string, string> = {};
  descriptions: Record<string, string> = {};
  orderUnit = '';
  contentUnit = '';
  contentPerOrderUnit = '';
  priceUnit = '';
  /** Price units in one order unit. */
  priceUnitsPerOrderUnit = '';
  prices: PriceDraft[] = [];
  minimum = '';
  multiple = '';
  leadDays = '';
  leadKind: 'calendar' | 'working' | undefined = undefined;
  classifications: { system: string; code: string; column?: string }[] = [];
  stock: { location: string; quantity: string; column?: string }[] = [];
  shelfLifeDays = '';
  hazmat = '';
  /** Absent when the file has none: most have none, and a row is made a million times. */
  attributes: Partial<Record<AttributeName, string>> | undefined = undefined;
  /** Absent when the file has none, as above. */
  terms: Partial<Record<TermName, string>> | undefined = undefined;
  charges: (CatalogueCharge & { column: string })[] = [];
  countryOfOrigin = '';
  keywords: string[] = [];
  media: { kind: string; source: string }[] = [];
  approvalBasis = '';
  nonCancellable = '';
  features: { name: string; values: string[]; unit?: string }[] = [];
  category = '';
  extensions: ExtensionValue[] | undefined = undefined;
  cells: readonly string[] | undefined = undefined;
}
