/** The permissions that this room checks, `thing:verb`. */
export const permissions = {
  readCatalogues: 'catalogue:read',
  uploadCatalogues: 'catalogue:upload',
  publishCatalogues: 'catalogue:publish',
  readParts: 'part:read',
  readPrices: 'price:read',
  writeStock: 'stock:write',
  manageAgreements: 'agreement:manage',
  manageRates: 'rate:manage',
} as const;
