import { decimal, positive, text } from '../../grammar/field.js';
import { type FieldRow, type FixedRow, inside, may, must } from '../../grammar/row.js';
import { base64, taxScheme, unit } from './fields.js';

type In<P extends string, K extends string> = `${P}.${K}`;

/** A number with its unit; the whole is absent or both are there. */
export function quantityRows<const P extends string>(at: string, to: P): FieldRow<P | In<P, 'value'>>[] {
  return [may(at, `${to}.value`, positive()), may(`${at}@unitCode`, to, unit)];
}

/** A quantity without which a line says nothing. */
export function mustQuantityRows<const P extends string>(at: string, to: P): FieldRow<P | In<P, 'value'>>[] {
  return [must(at, `${to}.value`, decimal()), must(`${at}@unitCode`, to, unit)];
}

type AttachmentKey = 'number' | 'description' | 'uri' | 'filename' | 'mediaType' | 'content';

/** A supporting document; `described` is the element a profile describes it in. */
export function attachmentRows<const P extends string>(
  at: string,
  to: P,
  described: 'DocumentType' | 'DocumentDescription',
): FieldRow<In<P, AttachmentKey>>[] {
  const object = `${at}/cac:Attachment/cbc:EmbeddedDocumentBinaryObject`;
  return [
    must(`${at}/cbc:ID`, `${to}.number`, text(1, 200)),
    may(`${at}/cbc:${described}`, `${to}.description`, text(1, 1000)),
    may(object, `${to}.content`, base64),
    may(`${object}@mimeCode`, `${to}.mediaType`, text(1, 200)),
    may(`${object}@filename`, `${to}.filename`, text(1, 500)),
    may(`${at}/cac:Attachment/cac:ExternalReference/cbc:URI`, `${to}.uri`, text(1, 2000)),
  ];
}

/** Item properties that are rows of their own, as this hub names them. */
export const OWN_PROPERTIES = 'Manufacturer|ManufacturerPart|Revision|NonCancellable|UnitPrice';

/** Properties of an item in the sender's words, without those that are rows of their own. */
export function propertyRows<const P extends string>(
  at: string,
  to: P,
  own = OWN_PROPERTIES,
): FieldRow<In<P, 'properties[].name' | 'properties[].value'>>[] {
  const property = `${at}/cac:AdditionalItemProperty[][cbc:Name!=${own}]`;
  return [
    must(`${property}/cbc:Name`, `${to}.properties[].name`, text(1, 500)),
    may(`${property}/cbc:Value`, `${to}.properties[].value`, text(1, 5000)),
  ];
}

/** Manufacturer and his part number as properties, for profiles that have no element for them. */
export function makerPropertyRows<const P extends string>(
  at: string,
  to: P,
): FieldRow<In<P, 'manufacturer' | 'manufacturerPart'>>[] {
  const property = (name: string) => `${at}/cac:AdditionalItemProperty[cbc:Name=${name}]/cbc:Value`;
  return [
    may(property('Manufacturer'), `${to}.manufacturer`, text(1, 200)),
    may(`${at}/cac:ManufacturersItemIdentification/cbc:ID`, `${to}.manufacturerPart`, never),
    may(property('ManufacturerPart'), `${to}.manufacturerPart`, text(1, 200)),
  ];
}

/** Read where other profiles have it, written in the next row. */
const never = { says: 'text, read only', decode: (raw: string) => raw.trim(), encode: () => undefined };

type TaxKey = 'code' | 'percent' | 'scheme';

/** A tax category; the scheme is VAT unless it says another. */
export function taxRows<const P extends string>(at: string, to: P): (FieldRow<In<P, TaxKey>> | FixedRow)[] {
  return [
    may(`${at}/cbc:ID`, `${to}.code`, text(1, 20)),
    may(`${at}/cbc:Percent`, `${to}.percent`, decimal()),
    may(`${at}/cac:TaxScheme/cbc:ID`, `${to}.scheme`, taxScheme),
    inside(at, 'cac:TaxScheme/cbc:ID', 'VAT'),
  ];
}
