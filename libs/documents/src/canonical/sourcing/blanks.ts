import type { Blanks } from '../../grammar/model-path.js';
import { item, party, partyBlanks } from '../blanks.js';

/** What the parts of a request for quotation start with. */
export const requestForQuotationBlanks: Blanks = {
  '': () => ({
    kind: 'requestForQuotation',
    purpose: 'original',
    note: [],
    buyer: party(),
    supplier: party(),
    attachments: [],
    lines: [],
  }),
  ...partyBlanks('buyer', 'supplier', 'shipTo', 'lines[].shipTo'),
  'lines[]': () => ({ item: item(), note: [], attachments: [] }),
  'lines[].item': item,
};

/** What the parts of a quotation start with. */
export const quotationBlanks: Blanks = {
  '': () => ({
    kind: 'quotation',
    purpose: 'original',
    status: 'offered',
    note: [],
    buyer: party(),
    supplier: party(),
    charges: [],
    attachments: [],
    lines: [],
  }),
  ...partyBlanks('buyer', 'supplier', 'shipTo'),
  'lines[]': () => ({ offer: 'asRequested', item: item(), breaks: [], charges: [], note: [], attachments: [] }),
  'lines[].item': item,
};

/** What the parts of a notice about a procurement start with. */
export const tenderNoticeBlanks: Blanks = {
  '': () => ({ kind: 'tenderNotice', stages: [], parties: [], bids: [], awards: [], contracts: [] }),
  'parties[]': () => ({ identifiers: [], roles: [] }),
  'parties[].address': () => ({ lines: [] }),
  tender: () => ({ items: [], lots: [], submissionMethods: [], tenderers: [], documents: [], amendments: [] }),
  'awards[]': () => ({ suppliers: [], items: [], documents: [], amendments: [] }),
  'contracts[]': () => ({ items: [], documents: [], amendments: [] }),
  ...Object.fromEntries(
    [
      'tender.items[]',
      'tender.lots[]',
      'tender.documents[]',
      'bids[]',
      'awards[].items[]',
      'awards[].documents[]',
      'contracts[].items[]',
      'contracts[].documents[]',
    ].map((path) => [path, () => ({})]),
  ),
};
