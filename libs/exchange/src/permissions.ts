/** Rights of this room; roles hold them as data. */
export const permissions = {
  /** See partner profiles, messages with their raw text, problems and attempts. */
  readExchange: 'exchange:read',
  /** Change partner profiles, resend, replay, send a test order. */
  manageExchange: 'exchange:manage',
  /** Deliver documents to the hub: the right of an ERP's key. */
  sendDocuments: 'exchange:send',
} as const;
