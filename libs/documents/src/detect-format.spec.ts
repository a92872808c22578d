import { describe, expect, it } from '@jest/globals';
import { detectFormat } from './detect-format.js';
import { messages } from './messages.js';

const detect = (text: string | Uint8Array) => detectFormat(typeof text === 'string' ? new TextEncoder().encode(text) : text);
const UBL = 'xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"';

describe('a format is told by the content', () => {
  it.each<[string, string | Uint8Array, string | undefined, string | undefined, string]>([
    ['a UBL order', `<?xml version="1.0"?><!-- <cXML> --><Order ${UBL}/>`, 'Order', 'ubl:2.1:Order', 'ubl'],
    ['a UBL order with a prefix', `<o:Order ${UBL.replace('xmlns', 'xmlns:o')}><x/></o:Order>`, 'Order', 'ubl:2.1:Order', 'ubl'],
    ['a UBL order in UTF-16', Buffer.from(`\uFEFF<Order ${UBL}/>`, 'utf16le'), 'Order', 'ubl:2.1:Order', 'ubl'],
    [
      'a cXML request',
      '<!DOCTYPE cXML SYSTEM "cXML.dtd"><cXML><Header/><Request deploymentMode="test">\n<OrderRequest/></Request></cXML>',
      'OrderRequest',
      'cxml:1.2:OrderRequest',
      'cxml',
    ],
    [
      'a cXML response',
      '<cXML><Response><Status code="200" text="OK"/></Response></cXML>',
      'Response',
      'cxml:1.2:Response',
      'cxml',
    ],
    [
      'a status of an invoice',
      '<cXML><Request><StatusUpdateRequest><Status code="200"/><InvoiceStatus type="paid"/></StatusUpdateRequest></Request></cXML>',
      'StatusUpdateRequest',
      'cxml:1.2:InvoiceStatusUpdateRequest',
      'cxml',
    ],
    [
      'a cXML catalogue',
      '<!DOCTYPE Index SYSTEM "cXML.dtd"><Index><SupplierID/><IndexItem/></Index>',
      'Index',
      'cxml:1.2:Index',
      'cxml',
    ],
    ['BMEcat', '<BMECAT version="1.2"><HEADER/></BMECAT>', undefined, undefined, 'bmecat'],
    [
      'CII',
      '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>',
      'CrossIndustryInvoice',
      'cii:D16B:CrossIndustryInvoice',
      'cii',
    ],
    ['a package of OCDS releases', '{"uri": "x", "releases": []}', 'releasePackage', 'ocds:1.1:release', 'ocds'],
    ['an OCDS record', '{"records": [{"ocid": "o", "releases": []}]}', 'recordPackage', 'ocds:1.1:release', 'ocds'],
    ['openTRANS', '<o:ORDER xmlns:o="http://www.opentrans.org/XMLSchema/2.1"/>', 'ORDER', 'opentrans:2.1:ORDER', 'opentrans'],
    ['a cart of OCI', 'caller=CTLG&NEW_ITEM-DESCRIPTION%5B1%5D=Washer', 'cart', 'oci:5.0:cart', 'oci'],
    ['other JSON', '{"a": 1}', undefined, undefined, 'json'],
    ['other XML', '<Order xmlns="urn:x"/>', 'Order', undefined, 'xml'],
    ['X12', `ISA*00*${' '.repeat(90)}>~GS*PO*A~ST*850*0001~`, '850', 'x12:004010:850', 'x12'],
    [
      'X12 005010',
      `ISA|00|${' '.repeat(90)}>~GS|SH|A|B|20260302|1015|1|X|005010X221A1~ST|856|0001~`,
      '856',
      'x12:005010:856',
      'x12',
    ],
    [
      'X12 of a later release',
      `ISA*00*${' '.repeat(90)}>~GS*SH*A*B*20260302*1015*1*X*006020~ST*810*1~`,
      '810',
      'x12:005010:810',
      'x12',
    ],
    [
      'X12 of an earlier one',
      `ISA*00*${' '.repeat(90)}>~GS*SH*A*B*260302*1015*1*X*003040~ST*810*1~`,
      '810',
      'x12:004010:810',
      'x12',
    ],
    ['X12 without a set', `ISA*00*${' '.repeat(90)}>~TA1*000000042*260302*1015*A*000~`, 'TA1', 'x12:004010:TA1', 'x12'],
    ['EDIFACT', "UNA:+.? 'UNB+UNOC:3+A+B'UNH+1+ORDERS:D:96A:UN'", 'ORDERS', 'edifact:D.96A:ORDERS', 'edifact'],
    ['CIF', 'CIF_I_V3.0\nLOADMODE: F', undefined, undefined, 'cif'],
    ['text', 'Part;Price\n1;2', undefined, undefined, 'csv'],
    ['a ZIP', Uint8Array.from([0x50, 0x4b, 3, 4]), undefined, undefined, 'zip'],
    ['bytes', Uint8Array.from([0, 1, 2, 3]), undefined, undefined, 'unknown'],
    ['nothing', '', undefined, undefined, 'unknown'],
  ])('%s', (_name, input, message, coordinate, format) => {
    expect(detect(input)).toEqual({
      format,
      ...(message === undefined ? {} : { message }),
      ...(coordinate === undefined ? {} : { coordinate }),
    });
  });

  it.each([
    ['OrderResponse', 'urn:fdc:peppol.eu:poacc:trns:order_agreement:3', 'OrderAgreement'],
    ['OrderResponse', 'urn:fdc:peppol.eu:poacc:trns:order_response:3', 'OrderResponse'],
    ['ApplicationResponse', 'urn:fdc:peppol.eu:poacc:trns:invoice_response:3', 'InvoiceResponse'],
    ['ApplicationResponse', 'urn:fdc:peppol.eu:poacc:trns:catalogue_response:3', 'CatalogueResponse'],
    ['ApplicationResponse', 'urn:peppol:edec:mls:1.0', 'ApplicationResponse'],
  ])('the profile of %s %s decides: %s', (root, profile, message) => {
    const namespace = `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`;
    const text = `<u:${root} xmlns:u="${namespace}"><c:CustomizationID xmlns:c="c" schemeID="x"> ${profile} </c:CustomizationID></u:${root}>`;
    expect(detect(text)).toEqual({ format: 'ubl', message: root, coordinate: `ubl:2.1:${message}` });
  });

  it.each([
    ['declarations that do not end', '<!DOCTYPE cXML SYSTEM "cXML.dtd" [ <!ENTITY a "b"> '],
    ['a quote that does not end', "<!DOCTYPE cXML SYSTEM 'cXML.dtd"],
    ['a comment that does not end', '<!-- >'],
    ['an instruction that does not end', '<?xml-stylesheet >'],
  ])('%s hide what is behind them, whatever stands before', (_, opening) => {
    for (const before of ['', '<?xml version="1.0"?>\n', '<!-- [ -->'])
      expect(detect(`${before}${opening}<cXML><Request><OrderRequest/></Request></cXML`)).toEqual({ format: 'xml' });
  });

  it.each([
    ['a bracket', '"http://xml.cxm[l.org/cXML.dtd"'],
    ['an end', "'cXML>.dtd'"],
    ['declarations of its own', '"cXML.dtd" [ <!ENTITY a "b"> ]'],
  ])('a DOCTYPE with %s leaves the root to be seen', (_, label) => {
    const text = `<?xml version="1.0"?><!DOCTYPE cXML SYSTEM ${label}>\n<cXML><Request><OrderRequest/></Request></cXML>`;
    expect(detect(text)).toMatchObject({ format: 'cxml', message: 'OrderRequest' });
  });

  it('an endless opening is read to its end', () => {
    for (const text of ['<!--', '<?', '<a ', '<!DOCTYPE ', '<!DOCTYPE [', '<!DOCTYPE "\'', '<', 'ISA*ST*'])
      expect(['xml', 'x12']).toContain(detect(text.repeat(20_000)).format);
  });
});

describe('the registry', () => {
  it('holds each message under its coordinate', () => {
    expect([...messages.keys()]).toEqual([
      'ubl:2.1:Order',
      'ubl:2.1:OrderChange',
      'ubl:2.1:OrderCancellation',
      'ubl:2.1:OrderResponse',
      'ubl:2.1:OrderAgreement',
      'ubl:2.1:DespatchAdvice',
      'ubl:2.1:ReceiptAdvice',
      'ubl:2.1:Invoice',
      'ubl:2.1:CreditNote',
      'ubl:2.1:StockAvailabilityReport',
      'ubl:2.1:InventoryReport',
      'ubl:2.1:RequestForQuotation',
      'ubl:2.1:Quotation',
      'ubl:2.1:ApplicationResponse',
      'ubl:2.1:InvoiceResponse',
      'ubl:2.1:CatalogueResponse',
      'ubl:2.1:Catalogue',
      'ubl:2.1:PunchOut',
      'ubl:2.1:CallForTenders',
      'cii:D16B:CrossIndustryInvoice',
      'ocds:1.1:release',
      'oci:5.0:cart',
      'opentrans:2.1:ORDER',
      'opentrans:2.1:ORDERRESPONSE',
      'opentrans:2.1:DISPATCHNOTIFICATION',
      'opentrans:2.1:RFQ',
      'opentrans:2.1:ORDERCHANGE',
      'opentrans:2.1:RECEIPTACKNOWLEDGEMENT',
      'opentrans:2.1:INVOICE',
      'opentrans:2.1:QUOTATION',
      ...[
        'OrderRequest',
        'ConfirmationRequest',
        'ShipNoticeRequest',
        'ReceiptRequest',
        'InvoiceDetailRequest',
        'StatusUpdateRequest',
        'InvoiceStatusUpdateRequest',
        'ProductActivityMessage',
        'Index',
        'QuoteRequest',
        'QuoteMessage',
        'PunchOutSetupRequest',
        'PunchOutOrderMessage',
      ].map((message) => `cxml:1.2:${message}`),
      ...['004010', '005010'].flatMap((release) =>
        ['850', '855', '860', '865', '856', '861', '810', '832', '846', '840', '843', '997'].map(
          (set) => `x12:${release}:${set}`,
        ),
      ),
      'x12:005010:999',
      'x12:004010:TA1',
      ...['ORDERS', 'ORDRSP', 'ORDCHG', 'DESADV', 'RECADV', 'INVOIC', 'INVRPT', 'REQOTE', 'QUOTES', 'APERAK'].flatMap(
        (message) => [`edifact:D.96A:${message}`, `edifact:D.01B:${message}`],
      ),
      'edifact:3:CONTRL',
    ]);
  });
});
