import { text } from '../../grammar/field.js';
import { beside, may } from '../../grammar/row.js';
import { icd } from '../parts/fields.js';
import { partRows } from '../parts/party-rows.js';
import { addressRows } from '../parts/rows.js';

const NUMBER = text(1, 200);
const PARTS = ['optionalEndpoint', 'identifiers', 'name', 'address', 'tax', 'contact'] as const;

/** Who asks and who is asked. */
export const sourcingParties = [
  ...partRows('cac:BuyerCustomerParty/cac:Party', 'buyer', PARTS),
  ...partRows('cac:SellerSupplierParty/cac:Party', 'supplier', PARTS),
];

/** Where to and on what terms. */
export const deliveryRows = [
  may('cac:Delivery/cac:DeliveryLocation/cbc:ID', 'shipTo.address.identifier.value', NUMBER),
  may('cac:Delivery/cac:DeliveryLocation/cbc:ID@schemeID', 'shipTo.address.identifier.scheme', icd),
  may('cac:Delivery/cac:DeliveryLocation/cbc:Name', 'shipTo.address.name', text(1, 500)),
  ...addressRows('cac:Delivery/cac:DeliveryLocation/cac:Address', 'shipTo.address'),
  may('cac:Delivery/cac:DeliveryParty/cac:PartyIdentification[]/cbc:ID', 'shipTo.identifiers[].value', NUMBER),
  may('cac:Delivery/cac:DeliveryParty/cac:PartyIdentification[]/cbc:ID@schemeID', 'shipTo.identifiers[].scheme', icd),
  may('cac:Delivery/cac:DeliveryParty/cac:PartyName/cbc:Name', 'shipTo.name', text(1, 500)),
  may('cac:DeliveryTerms/cbc:ID', 'deliveryTerms.incoterm', text(1, 20)),
  beside('cac:DeliveryTerms/cbc:ID@schemeID', 'INCOTERMS'),
  may('cac:DeliveryTerms/cac:DeliveryLocation/cbc:ID', 'deliveryTerms.place', NUMBER),
];
