import { randomUUID } from 'node:crypto';
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

const namespaces =
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"';
const codes = { accept: '5', backorder: '3', reject: '7' } as const;

/** An ERP behind a Peppol access point: UBL 2.1 Order (T01) and OrderResponse (T76). */
export const ublErp: Erp = {
  format: 'UBL',
  extension: 'xml',
  settings: {},
  took: () => ({ status: 202, contentType: 'text/plain', body: 'taken' }),
  isTaken: ({ status, body }) => status === 202 && !/"severity":"error"/.test(body),

  readOrder(body): HeardOrder {
    return {
      number: first(body, /<cbc:ID>([^<]*)</),
      currency: first(body, /<cbc:DocumentCurrencyCode>([^<]*)</),
      lines: all(body, /<cac:OrderLine>([\s\S]*?)<\/cac:OrderLine>/g).map((line) => ({
        number: first(line, /<cbc:ID>([^<]*)</),
        quantity: first(line, /<cbc:Quantity[^>]*>([^<]*)</),
        unit: first(line, /<cbc:Quantity[^>]*unitCode="([^"]*)"/),
        supplierPart: first(line, /<cac:SellersItemIdentification>\s*<cbc:ID>([^<]*)</),
        price: first(line, /<cbc:PriceAmount[^>]*>([^<]*)</),
        per: `${/<cbc:BaseQuantity[^>]*>([^<]*)</.exec(line)?.[1] ?? '1'} ${/<cbc:BaseQuantity[^>]*unitCode="([^"]*)"/.exec(line)?.[1] ?? ''}`.trim(),
      })),
    };
  },

  readAnswer(body): HeardAnswer {
    const lines: HeardAnswer['lines'] = [];
    for (const text of all(body, /<cac:OrderLine>([\s\S]*?)<\/cac:OrderLine>/g)) {
      const number = first(text, /<cbc:LineID>([^<]*)</);
      const said = `${first(text, /<cbc:LineStatusCode>([^<]*)</)} ${first(text, /<cbc:(?:Quantity|MaximumBackorderQuantity)[^>]*>([^<]*)</)}`;
      const known = lines.find((line) => line.number === number);
      if (known) known.said.push(said);
      else
        lines.push({
          number,
          buyerPart: /<cac:BuyersItemIdentification>\s*<cbc:ID>([^<]*)</.exec(text)?.[1] ?? '',
          supplierPart: /<cac:SellersItemIdentification>\s*<cbc:ID>([^<]*)</.exec(text)?.[1] ?? '',
          said: [said],
        });
    }
    return { order: first(body, /<cac:OrderReference>\s*<cbc:ID>([^<]*)</), lines };
  },

  answer(received, said, key): Delivery {
    const { number, currency } = this.readOrder(received);
    const party = (role: string): string =>
      first(received, new RegExp(`(<cac:${role}>[\\s\\S]*?</cac:${role}>)`)).replace(
        /<cac:PostalAddress>[\s\S]*?<\/cac:PostalAddress>/,
        '',
      );
    const lines = all(received, /<cac:OrderLine>([\s\S]*?)<\/cac:OrderLine>/g).flatMap((line) => {
      const own = first(line, /<cbc:ID>([^<]*)</);
      return (said.get(own) ?? []).map((saying, i) => ublLine(line, { own, saying, id: `${own}${i === 0 ? '' : `-${i + 1}`}` }));
    });
    const body = `<?xml version="1.0" encoding="UTF-8"?>
<OrderResponse xmlns="urn:oasis:names:specification:ubl:schema:xsd:OrderResponse-2" ${namespaces}>
  <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order_response:3</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:ordering:3</cbc:ProfileID>
  <cbc:ID>SO-${escaped(number)}</cbc:ID>
  <cbc:IssueDate>${today()}</cbc:IssueDate>
  <cbc:OrderResponseCode>CA</cbc:OrderResponseCode>
  <cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>
  <cac:OrderReference><cbc:ID>${escaped(number)}</cbc:ID></cac:OrderReference>
  ${party('SellerSupplierParty')}
  ${party('BuyerCustomerParty')}
  ${lines.join('\n  ')}
</OrderResponse>`;
    return { body, headers: headersWith(key) };
  },

  order(order, key): Delivery {
    return { body: ublOrderText(order), headers: headersWith(key) };
  },
};

const headersWith = (key: string): Record<string, string> => ({
  'content-type': 'application/xml',
  authorization: `Bearer ${key}`,
  'message-id': `<${randomUUID()}@ubl.partner.example>`,
});

function ublLine(line: string, { own, saying, id }: { own: string; saying: Saying; id: string }): string {
  const unit = first(line, /<cbc:Quantity[^>]*unitCode="([^"]*)"/);
  const quantity = saying.status === 'backorder' ? 'MaximumBackorderQuantity' : 'Quantity';
  const promised = saying.date
    ? `<cac:Delivery><cac:PromisedDeliveryPeriod><cbc:EndDate>${saying.date}</cbc:EndDate></cac:PromisedDeliveryPeriod></cac:Delivery>`
    : '';
  return `<cac:OrderLine><cac:LineItem><cbc:ID>${id}</cbc:ID><cbc:LineStatusCode>${codes[saying.status]}</cbc:LineStatusCode>
    <cbc:${quantity} unitCode="${unit}">${saying.quantity}</cbc:${quantity}>${promised}
    <cac:Item><cbc:Name>${/<cbc:Name>([^<]*)</.exec(line)?.[1] ?? own}</cbc:Name><cac:SellersItemIdentification><cbc:ID>${first(line, /<cac:SellersItemIdentification>\s*<cbc:ID>([^<]*)</)}</cbc:ID></cac:SellersItemIdentification></cac:Item>
    </cac:LineItem><cac:OrderLineReference><cbc:LineID>${own}</cbc:LineID></cac:OrderLineReference></cac:OrderLine>`;
}

function ublOrderText(order: WantedOrder): string {
  const party = ({ name, gln }: { name: string; gln: string }): string =>
    `<cac:Party><cbc:EndpointID schemeID="0088">${gln}</cbc:EndpointID><cac:PartyIdentification><cbc:ID schemeID="0088">${gln}</cbc:ID></cac:PartyIdentification><cac:PostalAddress><cac:Country><cbc:IdentificationCode>${order.shipTo.country}</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyLegalEntity><cbc:RegistrationName>${escaped(name)}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>`;
  const { shipTo } = order;
  const lines = order.lines.map((line) => {
    // Peppol reckons the line from a price per order units (T01-R024): the basis in boxes is the basis in pieces over the pieces of a box.
    const basis = String(Number(line.basis) / Number(line.perOrderUnit));
    return `<cac:OrderLine><cac:LineItem><cbc:ID>${line.number}</cbc:ID><cbc:Quantity unitCode="${line.unit}">${line.quantity}</cbc:Quantity>
      <cac:Price><cbc:PriceAmount currencyID="${order.currency}">${line.amount}</cbc:PriceAmount><cbc:BaseQuantity unitCode="${line.unit}">${basis}</cbc:BaseQuantity></cac:Price>
      <cac:Item><cbc:Name>${escaped(line.description)}</cbc:Name><cac:BuyersItemIdentification><cbc:ID>${line.buyerPart}</cbc:ID></cac:BuyersItemIdentification><cac:SellersItemIdentification><cbc:ID>${line.supplierPart}</cbc:ID></cac:SellersItemIdentification></cac:Item></cac:LineItem></cac:OrderLine>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2" ${namespaces}>
  <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:ordering:3</cbc:ProfileID>
  <cbc:ID>${order.number}</cbc:ID>
  <cbc:IssueDate>${today()}</cbc:IssueDate>
  <cbc:OrderTypeCode>220</cbc:OrderTypeCode>
  <cbc:DocumentCurrencyCode>${order.currency}</cbc:DocumentCurrencyCode>
  <cac:BuyerCustomerParty>${party(order.buyer)}</cac:BuyerCustomerParty>
  <cac:SellerSupplierParty>${party(order.supplier)}</cac:SellerSupplierParty>
  <cac:Delivery><cac:DeliveryLocation><cac:Address><cbc:StreetName>${escaped(shipTo.street)}</cbc:StreetName><cbc:CityName>${escaped(shipTo.city)}</cbc:CityName><cbc:PostalZone>${shipTo.postalCode}</cbc:PostalZone><cac:Country><cbc:IdentificationCode>${shipTo.country}</cbc:IdentificationCode></cac:Country></cac:Address></cac:DeliveryLocation>
    <cac:DeliveryParty><cac:PartyIdentification><cbc:ID>${shipTo.code}</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>${escaped(shipTo.name)}</cbc:Name></cac:PartyName></cac:DeliveryParty></cac:Delivery>
  ${lines.join('\n  ')}
</Order>`;
}
