// Fields of a cart in SAP's Open Catalog Interface. Source: SAP Open Catalog Interface, release 5.0 (4.0 has all of them but MANUFACTCODE's
// length), "Inbound section", as published in excerpts by SAP and by shops that speak it.

/** Fields of one item, NEW_ITEM-<field>[n], in the order of the table; LONGTEXT is written NEW_ITEM-LONGTEXT_n:132[]. */
export const ociFields =
  'DESCRIPTION MATNR QUANTITY UNIT PRICE CURRENCY PRICEUNIT LEADTIME LONGTEXT VENDOR VENDORMAT MANUFACTCODE MANUFACTMAT MATGROUP SERVICE CONTRACT CONTRACT_ITEM EXT_QUOTE_ID EXT_QUOTE_ITEM EXT_PRODUCT_ID ATTACHMENT ATTACHMENT_TITLE ATTACHMENT_PURPOSE EXT_SCHEMA_TYPE EXT_CATEGORY_ID EXT_CATEGORY SLD_SYS_NAME CUST_FIELD1 CUST_FIELD2 CUST_FIELD3 CUST_FIELD4 CUST_FIELD5 ITEM_TYPE PARENT_ID';

/** Codes that shops write for units where Recommendation 20 has another: PCE, a piece, of older lists and of ISO as SAP calls it. */
export const ociUnits: Readonly<Record<string, string>> = { PCE: 'H87' };
