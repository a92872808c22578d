// GS01, element 479, of the sets the hub writes. Source: ASC X12 004010.

/** Transaction set and functional identifier code. */
export const functionalCodes: Readonly<Record<string, string>> = {
  '810': 'IN', '832': 'SC', '840': 'RQ', '843': 'RR', '846': 'IB', '850': 'PO', '855': 'PR', '856': 'SH', '860': 'PC', '861': 'RC', '865': 'CA', '997': 'FA', '999': 'FA',
};
