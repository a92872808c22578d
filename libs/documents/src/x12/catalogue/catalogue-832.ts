import { isCountryCode, isCurrencyCode } from '#libs/kernel';
import { party, partyBlanks } from '../../canonical/blanks.js';
import type { CatalogueDocument } from '../../canonical/catalogue-document.js';
import { date, describing, freeText, listed, positive, text } from '../../grammar/field.js';
import { message } from '../../grammar/message.js';
import { beside, count, dropped, may, must } from '../../grammar/row.js';
import { loop, optional, segment } from '../../grammar/structure.js';
import { sized, unit } from '../parts/fields.js';
import { partyRows } from '../parts/rows.js';
import { chargeLoop, referenceLoop } from '../parts/segments.js';
import { orderingRows } from '../parts/term-rows.js';
import { action, loadMode, packs, priceKind, wholeDays } from './fields.js';
import { catalogueHeader, prices, texts } from './rules.js';

const nameLoop = loop(segment('N1', 0, 200), [
  segment('N2', 0, 2),
  segment('N3', 0, 2),
  segment('N4', 0, 1),
  ...optional('REF PKG PER DTM'),
]);
const sourceLoop = loop(segment('LM', 0, 10), optional('LQ'));
const LINE = 'LIN[]';
const PRICE = `${LINE}/CTP[]`;

/**
 * Price and sales catalogue. Source: ASC X12 004010, transaction set 832. A CTP is a price by its kind (element 236) from CTP04 units
 * of CTP05 on, its basis in CTP09 and the pieces in PO4. A row stands as it is unless G53 says what becomes of it.
 */
export const catalogue832 = message<CatalogueDocument>({
  standard: 'X12',
  release: '004010',
  message: '832',
  source: 'ASC X12 004010, transaction set 832 (price/sales catalog)',
  format: 'x12',
  structure: {
    syntax: 'x12',
    segments: [
      segment('BCT', 1, 1),
      ...optional('CTP REF PER DTM CTB CUR ITD LDT'),
      chargeLoop,
      ...optional('TD5 FOB PKG TXI'),
      nameLoop,
      sourceLoop,
      referenceLoop,
      loop(segment('LIN', 1, 100_000), [
        ...optional('G53 SI DTM REF PER CTB'),
        loop(segment('PID', 0, 200), optional('MEA')),
        ...optional('MEA PKG PO4 TD4 TD5 ITD LDT'),
        chargeLoop,
        ...optional('FOB TXI G55 G54'),
        loop(segment('CTP', 0, 100), optional('G40 DTM G36 LDT CUR PO4 CTB REF SAC')),
        nameLoop,
        loop(segment('PKL', 0, 100), optional('CTP PKG')),
        sourceLoop,
        loop(segment('SLN', 0, 1000), optional('PID DTM CTP PO4 PKG QTY MEA SAC')),
        referenceLoop,
      ]),
      segment('CTT', 0, 1),
    ],
  },
  blanks: {
    '': () => ({
      kind: 'catalogue',
      header: { format: 'x12', charset: 'utf-8', supplierIds: [] },
      note: [],
      provider: party(),
      receiver: party(),
      rows: [],
    }),
    ...partyBlanks('provider', 'receiver', 'supplier'),
    'rows[]': () => ({
      line: 0,
      action: 'put',
      names: {},
      descriptions: {},
      texts: [],
      prices: [],
      classifications: [],
      stock: [],
      keywords: [],
      media: [],
      features: [],
    }),
    'rows[].prices[]': () => ({ type: 'net_list', fromQuantity: '1' }),
  },
  extended: [],
  pairs: { LIN: 2 },
  carried: [
    'header.format',
    'header.charset',
    'header.currency',
    'header.language',
    'rows[].line',
    'rows[].action',
    'rows[].customerPriceType',
    'rows[].orderUnit',
    'rows[].rawOrderUnit',
    'rows[].priceUnit',
    'rows[].priceFactor',
    'rows[].prices[].basis',
    'rows[].names',
    'rows[].descriptions',
    'rows[].leadKind',
  ],
  rows: [
    beside('BCT01', 'PC'),
    may('BCT02', 'header.catalogueId', text(1, 15)),
    may('BCT03', 'header.catalogueVersion', text(1, 15)),
    may('BCT09', 'header.catalogueName', freeText(80)),
    may('BCT10', 'header.mode', loadMode),
    may('DTM[01=097|102]02', 'issuedOn', date('CCYYMMDD')),
    may('DTM[01=007|196]02', 'validFrom', date('CCYYMMDD')),
    may('DTM[01=036|197]02', 'validUntil', date('CCYYMMDD')),
    may('REF[01=CT]02', 'agreement', text(1, 30)),
    may('CUR[01=SE|BY|BT]02', 'header.currency', listed('ISO 4217', isCurrencyCode)),
    beside('CUR01', 'SE'),
    may('N9[01=L1]/MSG[]01', 'note[]', freeText(264)),
    beside('N9[01=L1]02', 'NOTES'),
    ...partyRows('N1[01=SE|VN|DS|MF]', 'provider'),
    ...partyRows('N1[01=SU]', 'supplier'),
    ...partyRows('N1[01=BY|BT|ST]', 'receiver'),
    beside('N1/PER01', 'IC'),
    may(`${LINE}01`, 'rows[].number' as 'rows[].supplierPart', text(1, 20)),
    may(`${LINE}02+(VP|VN|VC|SK)`, 'rows[].supplierPart', text(1, 48)),
    may(`${LINE}02+(MG)`, 'rows[].manufacturerPart', text(1, 48)),
    may(`${LINE}02+(MF)`, 'rows[].manufacturer', text(1, 48)),
    may(`${LINE}02+(UK)`, 'rows[].gtin', sized(14)),
    may(`${LINE}02+(EN)`, 'rows[].gtin', sized(13)),
    may(`${LINE}02+(UP|UA|UI)`, 'rows[].gtin', text(1, 48)),
    may(`${LINE}02+(CH)`, 'rows[].countryOfOrigin', describing('ISO 3166-1', isCountryCode)),
    may(`${LINE}/G5301`, 'rows[].action', action),
    may(`${LINE}/PID[01=F][02=08]05`, 'rows[].names.text', freeText(80)),
    may(`${LINE}/PID[01=F][02=GEN][]05`, 'rows[].texts[]' as 'rows[].keywords[]', freeText(80)),
    may(`${LINE}/PID[01=F][02!=GEN]05`, 'rows[].names.text', freeText(80)),
    may(`${LINE}/PO401`, 'rows[].contentPerOrderUnit', packs),
    may(`${LINE}/LDT02(03=DA)`, 'rows[].leadDays', wholeDays),
    beside(`${LINE}/LDT01`, 'AF'),
    ...orderingRows(LINE, 'rows[].minimum', 'rows[].multiple'),
    may(`${PRICE}02`, 'rows[].prices[].type', priceKind),
    must(`${PRICE}03`, 'rows[].prices[].amount', positive({ digits: 17 })),
    may(`${PRICE}04`, 'rows[].prices[].fromQuantity', positive({ digits: 15 })),
    may(`${PRICE}05`, 'rows[].prices[].measured' as 'rows[].prices[].type', unit),
    may(`${PRICE}09`, 'rows[].prices[].rawBasisCode' as 'rows[].prices[].type', text(2, 2)),
    may(`${PRICE}/CUR02`, 'rows[].prices[].currency', listed('ISO 4217', isCurrencyCode)),
    beside(`${PRICE}/CUR01`, 'SE'),
    may(`${PRICE}/DTM[01=007|196]02`, 'rows[].prices[].validFrom', date('CCYYMMDD')),
    may(`${PRICE}/DTM[01=036|197]02`, 'rows[].prices[].validTo', date('CCYYMMDD')),
    count('CTT01', 'rows[]'),
    dropped('CTT02'),
  ],
  rules: [catalogueHeader, prices, texts],
});
