import { randomUUID } from 'node:crypto';
import {
  all,
  type Delivery,
  type Erp,
  escaped,
  first,
  type HeardAnswer,
  type HeardOrder,
  type Parties,
  today,
  type WantedOrder,
} from './erp.js';

const types = { accept: 'accept', backorder: 'backordered', reject: 'reject' } as const;

/** An ERP behind a cXML 1.2 network: OrderRequest and ConfirmationRequest, its key as the SharedSecret. */
export const cxmlErp: Erp = {
  format: 'CXML',
  extension: 'xml',
  settings: { cxml: { own: { domain: 'NetworkId', identity: 'AN01000001' } } },
  took: () => ({ status: 200, contentType: 'text/xml', body: responseText('200', 'OK') }),
  isTaken: ({ status, body }) => status === 200 && /<Status[^>]*code="20\d"/.test(body),

  readOrder(body): HeardOrder {
    return {
      number: first(body, /<OrderRequestHeader[^>]*orderID="([^"]*)"/),
      currency: first(body, /<Money currency="([^"]*)"/),
      lines: all(body, /(<ItemOut[\s\S]*?<\/ItemOut>)/g).map((line) => ({
        number: first(line, /lineNumber="([^"]*)"/),
        quantity: first(line, /<ItemOut[^>]*quantity="([^"]*)"/),
        unit: first(line, /<UnitOfMeasure>([^<]*)</),
        supplierPart: first(line, /<SupplierPartID>([^<]*)</),
        price: first(line, /<UnitPrice>\s*<Money[^>]*>([^<]*)</),
        per: `${/<PriceBasisQuantity[^>]*quantity="([^"]*)"/.exec(line)?.[1] ?? '1'} ${/<PriceBasisQuantity[^>]*>\s*<UnitOfMeasure>([^<]*)</.exec(line)?.[1] ?? first(line, /<UnitOfMeasure>([^<]*)</)}`,
      })),
    };
  },

  readAnswer(body): HeardAnswer {
    return {
      order: first(body, /<OrderReference[^>]*orderID="([^"]*)"/),
      lines: all(body, /(<ConfirmationItem[\s\S]*?<\/ConfirmationItem>)/g).map((line) => ({
        number: first(line, /lineNumber="([^"]*)"/),
        buyerPart: /<BuyerPartID>([^<]*)</.exec(line)?.[1] ?? '',
        supplierPart: /<SupplierPartID>([^<]*)</.exec(line)?.[1] ?? '',
        said: all(line, /<ConfirmationStatus ([^>]*)>/g).map(
          (said) => `${first(said, /type="([^"]*)"/)} ${first(said, /quantity="([^"]*)"/)}`,
        ),
      })),
    };
  },

  answer(received, said, key): Delivery {
    const { number, lines } = this.readOrder(received);
    const items = lines.map((line) => {
      const statuses = (said.get(line.number) ?? []).map(
        (saying) =>
          `<ConfirmationStatus type="${types[saying.status]}" quantity="${saying.quantity}"${saying.date ? ` deliveryDate="${saying.date}"` : ''}><UnitOfMeasure>${line.unit}</UnitOfMeasure></ConfirmationStatus>`,
      );
      return `<ConfirmationItem lineNumber="${line.number}" quantity="${line.quantity}"><UnitOfMeasure>${line.unit}</UnitOfMeasure>${statuses.join('')}</ConfirmationItem>`;
    });
    const request = `<ConfirmationRequest><ConfirmationHeader confirmID="SO-${number}" operation="new" type="detail" noticeDate="${new Date().toISOString()}"/>
      <OrderReference orderID="${number}"><DocumentReference payloadID="${first(received, /payloadID="([^"]*)"/)}"/></OrderReference>${items.join('\n')}</ConfirmationRequest>`;
    return delivery('Fulfill', request, { key, from: 'AN01000001', to: 'ENTREPOT', domain: 'NetworkId' });
  },

  order(order, key): Delivery {
    return delivery('cXML', orderText(order), { key, from: order.buyer.duns, to: order.supplier.duns, domain: 'DUNS' });
  },
};

interface Addressed {
  key: string;
  from: string;
  to: string;
  domain: string;
}

function delivery(dtd: string, request: string, { key, from, to, domain }: Addressed): Delivery {
  const credential = (value: string, more = ''): string =>
    `<Credential domain="${domain}"><Identity>${value}</Identity>${more}</Credential>`;
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.063/${dtd}.dtd">
<cXML version="1.2.063" payloadID="${randomUUID()}@cxml.partner.example" timestamp="${new Date().toISOString()}" xml:lang="en">
  <Header><From>${credential(from)}</From><To>${credential(to)}</To><Sender>${credential(from, `<SharedSecret>${key}</SharedSecret>`)}<UserAgent>Partner ERP</UserAgent></Sender></Header>
  <Request deploymentMode="production">${request}</Request>
</cXML>`;
  return { body, headers: { 'content-type': 'text/xml; charset=UTF-8' } };
}

const responseText = (code: string, text: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.063/cXML.dtd">\n<cXML payloadID="${randomUUID()}@cxml.partner.example" timestamp="${new Date().toISOString()}"><Response><Status code="${code}" text="${text}"/></Response></cXML>`;

function orderText(order: WantedOrder & Parties): string {
  const { shipTo } = order;
  const address = `<Address addressID="${shipTo.code}"><Name xml:lang="en">${escaped(shipTo.name)}</Name><PostalAddress><Street>${escaped(shipTo.street)}</Street><City>${escaped(shipTo.city)}</City><PostalCode>${shipTo.postalCode}</PostalCode><Country isoCountryCode="${shipTo.country}">${shipTo.country}</Country></PostalAddress></Address>`;
  const lines = order.lines.map((line) => {
    const basis =
      line.priceUnit === line.unit && line.basis === '1'
        ? ''
        : `<PriceBasisQuantity quantity="${line.basis}" conversionFactor="${line.perOrderUnit}"><UnitOfMeasure>${line.priceUnit}</UnitOfMeasure></PriceBasisQuantity>`;
    return `<ItemOut lineNumber="${line.number}" quantity="${line.quantity}"><ItemID><SupplierPartID>${line.supplierPart}</SupplierPartID><BuyerPartID>${line.buyerPart}</BuyerPartID></ItemID>
      <ItemDetail><UnitPrice><Money currency="${order.currency}">${line.amount}</Money></UnitPrice><Description xml:lang="en">${escaped(line.description)}</Description><UnitOfMeasure>${line.unit}</UnitOfMeasure>${basis}<Classification domain="NotAvailable">0</Classification></ItemDetail></ItemOut>`;
  });
  const total = order.lines.reduce(
    (sum, line) => sum + (Number(line.quantity) * Number(line.perOrderUnit) * Number(line.amount)) / Number(line.basis),
    0,
  );
  return `<OrderRequest><OrderRequestHeader orderID="${order.number}" orderDate="${today()}" type="new"><Total><Money currency="${order.currency}">${total.toFixed(2)}</Money></Total><ShipTo>${address}</ShipTo><BillTo>${address}</BillTo></OrderRequestHeader>
    ${lines.join('\n    ')}</OrderRequest>`;
}
