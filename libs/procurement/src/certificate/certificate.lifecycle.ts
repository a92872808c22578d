/** How far a required certificate is. */
export const certificateStatuses = ['REQUIRED', 'PROMISED', 'ATTACHED', 'ACCEPTED', 'REFUSED', 'WAIVED'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

export type CertificateEvent = 'PROMISE' | 'ATTACH' | 'ACCEPT' | 'REFUSE' | 'WAIVE';
/** PROVIDER brings it, REVIEWER is the other side, BUYER required it. */
export type CertificateParty = 'PROVIDER' | 'REVIEWER' | 'BUYER';

const unsettled: readonly CertificateStatus[] = ['REQUIRED', 'PROMISED', 'ATTACHED', 'REFUSED'];

/** Who may do what from where; the table procurement.certificate_edge says the same, a test compares the two. What is accepted or waived stays so. */
export const certificateEdges: readonly { by: CertificateParty; event: CertificateEvent; from: CertificateStatus }[] = [
  { by: 'PROVIDER', event: 'PROMISE', from: 'REQUIRED' },
  ...unsettled.map((from) => ({ by: 'PROVIDER', event: 'ATTACH', from }) as const),
  { by: 'REVIEWER', event: 'ACCEPT', from: 'ATTACHED' },
  { by: 'REVIEWER', event: 'REFUSE', from: 'ATTACHED' },
  ...unsettled.map((from) => ({ by: 'BUYER', event: 'WAIVE', from }) as const),
];
