import { describe, expect, it } from '@jest/globals';
import { messages } from '#libs/documents';
import { type PartnerProfile, type ProfileRole, profileSettings } from '../partner/partner-profile.js';
import { inboundTables } from './tables.js';

/** A connection that has a habit in every message there is. */
function habitual(role: ProfileRole): PartnerProfile {
  const adjustments = Object.fromEntries([...messages.keys()].map((coordinate) => [coordinate, { relax: [] }]));
  const given = { orgId: 'o', id: role, role, name: 'ERP', format: 'UBL', transport: 'FOLDER', endpoint: null } as const;
  return {
    ...given,
    settings: profileSettings.parse({ adjustments }),
    hasSecret: false,
    testMode: false,
    status: 'ACTIVE',
    version: 1,
  };
}

describe('the habits of an ERP', () => {
  it('are those of the connection as buyer for what buyers send, in every format, and of the one as supplier for all else', () => {
    const adjustedBy = (role: ProfileRole) => {
      const tables = inboundTables([habitual(role)]);
      return [...messages].filter(([, message]) => tables(message) !== message).map(([coordinate]) => coordinate);
    };
    const asBuyer = adjustedBy('BUYER');
    expect(asBuyer.toSorted()).toEqual(
      [
        ...['Order', 'OrderChange', 'OrderCancellation', 'ReceiptAdvice'].map((name) => `ubl:2.1:${name}`),
        ...['OrderRequest', 'ReceiptRequest'].map((name) => `cxml:1.2:${name}`),
        ...['ORDER', 'ORDERCHANGE', 'RECEIPTACKNOWLEDGEMENT'].map((name) => `opentrans:2.1:${name}`),
        ...['004010', '005010'].flatMap((release) => ['850', '860', '861'].map((set) => `x12:${release}:${set}`)),
        ...['D.96A', 'D.01B'].flatMap((release) => ['ORDERS', 'ORDCHG', 'RECADV'].map((type) => `edifact:${release}:${type}`)),
      ].toSorted(),
    );
    expect(adjustedBy('SUPPLIER')).toEqual([...messages.keys()].filter((coordinate) => !asBuyer.includes(coordinate)));
  });
});
