/** Words of a CustomizationID that make one root another message. The transaction decides, not the root (Peppol BIS 3). */
const PROFILES: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  Catalogue: [[/punch_out|biitrns077/, 'PunchOut']],
  OrderResponse: [[/order_agreement|biitrns110/, 'OrderAgreement']],
  ApplicationResponse: [
    [/invoice_response|biitrns111/, 'InvoiceResponse'],
    [/catalogue_response|biitrns058/, 'CatalogueResponse'],
  ],
};

/** The message a UBL document is, by the name of its root and its CustomizationID; the root's own when no profile says another. */
export function ublMessageName(root: string, customization: string): string {
  const profiles = Object.hasOwn(PROFILES, root) ? PROFILES[root] : undefined;
  return profiles?.find(([words]) => words.test(customization))?.[1] ?? root;
}
