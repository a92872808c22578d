import { randomUUID } from 'node:crypto';
import { multiply } from '#libs/kernel';
import {
  all,
  type Delivery,
  type Erp,
  escaped,
  first,
  type HeardAnswer,
  type HeardOrder,
  type Saying,
  today,
  type WantedOrder,
} from './erp.js';

const namespaces = 'xmlns="http://www.opentrans.org/XMLSchema/2.1" xmlns:b="http://www.bmecat.org/bmecat/2005" version="2.1"';
/** Packages stand without the X of Recommendation 21. */
const units: Readonly<Record<string, string>> = { XBX: 'BX' };
const words = { accept: 'accepted', backorder: 'backordered', reject: 'rejected' } as const;
const items = (body: string, of: string): string[] =>
  all(body, new RegExp(`<(?:\\w+:)?${of}_ITEM>([\\s\\S]*?)</(?:\\w+:)?${of}_ITEM>`, 'g'));
const value = (text: string, name: string): string =>
  new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)<`).exec(text)?.[1] ?? '';

/** An ERP that speaks openTRANS 2.1: ORDER and ORDERRESPONSE. */
export const openTransErp: Erp = {
  format: 'OPENTRANS',
  extension: 'xml',
  settings: {},
  took: () => ({ status: 202, contentType: 'text/plain', body: 'taken' }),
  isTaken: ({ status, body }) => status === 202 && !/"severity":"error"/.test(body),

  readOrder(body): HeardOrder {
    return {
      number: value(body, 'ORDER_ID'),
      currency: value(body, 'CURRENCY'),
      lines: items(body, 'ORDER').map((line) => ({
        number: value(line, 'LINE_ITEM_ID'),
        supplierPart: value(line, 'SUPPLIER_PID'),
        quantity: value(line, 'QUANTITY'),
        unit: value(line, 'ORDER_UNIT'),
        price: value(line, 'PRICE_AMOUNT'),
        per: value(line, 'PRICE_QUANTITY') || '1',
      })),
    };
  },

  readAnswer(body): HeardAnswer {
    const lines: HeardAnswer['lines'] = [];
    for (const item of items(body, 'ORDERRESPONSE')) {
      const number = value(item, 'LINE_ITEM_ID');
      const refused = /<REMARKS type="refusedquantity">([^<]*)</.exec(item)?.[1];
      const said = `${/<REMARKS type="status">([^<]*)</.exec(item)?.[1] ?? ''} ${refused ?? value(item, 'QUANTITY')}`;
      const known = lines.find((line) => line.number === number);
      if (known) known.said.push(said);
      else lines.push({ number, buyerPart: value(item, 'BUYER_PID'), supplierPart: value(item, 'SUPPLIER_PID'), said: [said] });
    }
    return { order: first(body, /<ORDER_ID>([^<]*)</), lines };
  },

  answer(received, said, key): Delivery {
    const { number, currency, lines } = this.readOrder(received);
    const listed = lines.flatMap((line) => (said.get(line.number) ?? []).map((saying) => answerItem(line, saying)));
    const parties = first(received, /(<PARTIES>[\s\S]*?<\/PARTIES>)/);
    const body = `<ORDERRESPONSE ${namespaces}><ORDERRESPONSE_HEADER><ORDERRESPONSE_INFO><ORDER_ID>${number}</ORDER_ID>
<ORDERRESPONSE_DATE>${today()}T10:00:00Z</ORDERRESPONSE_DATE><SUPPLIER_ORDER_ID>SO-${number}</SUPPLIER_ORDER_ID>${prefixed(parties)}
<b:CURRENCY>${currency}</b:CURRENCY></ORDERRESPONSE_INFO></ORDERRESPONSE_HEADER>
<ORDERRESPONSE_ITEM_LIST>${listed.join('')}</ORDERRESPONSE_ITEM_LIST>
<ORDERRESPONSE_SUMMARY><TOTAL_ITEM_NUM>${listed.length}</TOTAL_ITEM_NUM></ORDERRESPONSE_SUMMARY></ORDERRESPONSE>`;
    return delivery(body, key);
  },

  order(order, key): Delivery {
    return delivery(orderBody(order), key);
  },
};

/** The hub's prefix for BMEcat's names, as this ERP writes it. */
const prefixed = (xml: string): string => xml.replace(/<(\/?)(?:bmecat|bme):/g, '<$1b:');

const delivery = (body: string, key: string): Delivery => ({
  body,
  headers: { 'content-type': 'application/xml', authorization: `Bearer ${key}`, 'message-id': `<${randomUUID()}@erp>` },
});

function answerItem(line: HeardOrder['lines'][number], { status, quantity, date }: Saying): string {
  const refused = status === 'reject';
  return `<ORDERRESPONSE_ITEM><LINE_ITEM_ID>${line.number}</LINE_ITEM_ID><PRODUCT_ID><b:SUPPLIER_PID>${line.supplierPart}</b:SUPPLIER_PID></PRODUCT_ID>
<QUANTITY>${refused ? '0' : quantity}</QUANTITY><b:ORDER_UNIT>${line.unit}</b:ORDER_UNIT>
${date ? `<DELIVERY_DATE><DELIVERY_START_DATE>${date}</DELIVERY_START_DATE><DELIVERY_END_DATE>${date}</DELIVERY_END_DATE></DELIVERY_DATE>` : ''}
<REMARKS type="status">${words[status]}</REMARKS>${refused ? `<REMARKS type="refusedquantity">${quantity}</REMARKS>` : ''}</ORDERRESPONSE_ITEM>`;
}

function orderBody(order: WantedOrder): string {
  const { shipTo } = order;
  const party = (role: string, { name, gln }: { name: string; gln: string }): string =>
    `<PARTY><b:PARTY_ID type="iln">${gln}</b:PARTY_ID><PARTY_ROLE>${role}</PARTY_ROLE><ADDRESS><b:NAME>${escaped(name)}</b:NAME></ADDRESS></PARTY>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<ORDER ${namespaces} type="standard"><ORDER_HEADER><ORDER_INFO><ORDER_ID>${order.number}</ORDER_ID><ORDER_DATE>${today()}T10:00:00Z</ORDER_DATE>
<PARTIES>${party('buyer', order.buyer)}${party('supplier', order.supplier)}
<PARTY><b:PARTY_ID type="buyer_specific">${shipTo.code}</b:PARTY_ID><PARTY_ROLE>delivery</PARTY_ROLE><ADDRESS><b:NAME>${escaped(shipTo.name)}</b:NAME>
<b:STREET>${escaped(shipTo.street)}</b:STREET><b:ZIP>${shipTo.postalCode}</b:ZIP><b:CITY>${shipTo.city}</b:CITY><b:COUNTRY_CODED>${shipTo.country}</b:COUNTRY_CODED></ADDRESS></PARTY></PARTIES>
<ORDER_PARTIES_REFERENCE><b:BUYER_IDREF type="iln">${order.buyer.gln}</b:BUYER_IDREF><b:SUPPLIER_IDREF type="iln">${order.supplier.gln}</b:SUPPLIER_IDREF></ORDER_PARTIES_REFERENCE>
<b:CURRENCY>${order.currency}</b:CURRENCY></ORDER_INFO></ORDER_HEADER><ORDER_ITEM_LIST>
${order.lines.map(orderItem).join('\n')}
</ORDER_ITEM_LIST><ORDER_SUMMARY><TOTAL_ITEM_NUM>${order.lines.length}</TOTAL_ITEM_NUM></ORDER_SUMMARY></ORDER>`;
}

const orderItem = (line: WantedOrder['lines'][number]): string =>
  `<ORDER_ITEM><LINE_ITEM_ID>${line.number}</LINE_ITEM_ID><PRODUCT_ID><b:SUPPLIER_PID>${escaped(line.supplierPart)}</b:SUPPLIER_PID>
<b:BUYER_PID>${escaped(line.buyerPart)}</b:BUYER_PID><b:DESCRIPTION_SHORT>${escaped(line.description)}</b:DESCRIPTION_SHORT></PRODUCT_ID>
<QUANTITY>${line.quantity}</QUANTITY><b:ORDER_UNIT>${units[line.unit] ?? line.unit}</b:ORDER_UNIT>
<PRODUCT_PRICE_FIX><b:PRICE_AMOUNT>${line.amount}</b:PRICE_AMOUNT><b:PRICE_QUANTITY>${line.basis}</b:PRICE_QUANTITY>
<PRICE_BASE_FIX><PRICE_UNIT_VALUE>${multiply(line.quantity, line.perOrderUnit)}</PRICE_UNIT_VALUE><b:PRICE_UNIT>${line.priceUnit}</b:PRICE_UNIT></PRICE_BASE_FIX>
</PRODUCT_PRICE_FIX></ORDER_ITEM>`;
