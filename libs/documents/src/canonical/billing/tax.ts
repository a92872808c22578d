/**
 * A kind of taxation. `code` is UNCL 5305 (S standard, Z zero, E exempt, AE reverse charge, K intra-community, G export, O outside,
 * L and M the Canaries and Ceuta, B Italian split); `scheme` the tax itself (GST, a state's sales tax), absent for VAT. `percent` is 19 for 19 %.
 * Source: EN 16931-1, BT-151, BT-152, BT-118 to BT-121.
 */
export interface TaxCategory {
  code: string;
  percent?: string;
  scheme?: string;
  exemptionCode?: string;
  exemptionReason?: string;
}

/** What one category comes to: `amount` of tax on `taxable`. Source: EN 16931-1, BG-23. */
export interface TaxSubtotal {
  category: TaxCategory;
  taxable: string;
  amount: string;
}
