// Field names of CIF 3.0 (Ariba Catalog Interchange Format) and of the exporters that write it, letters and digits only, lower case.

/** What a CIF field fills. */
export type CifTarget =
  | 'supplierId' | 'supplierPart' | 'auxiliaryPart' | 'manufacturerPart' | 'description' | 'code' | 'price' | 'unit' | 'leadDays' | 'manufacturer'
  | 'supplierUrl' | 'manufacturerUrl' | 'marketPrice' | 'name' | 'currency' | 'validTo' | 'validFrom' | 'classifications' | 'features' | 'featureType'
  | 'territory' | 'language' | 'image' | 'thumbnail' | 'delete' | 'minimum' | 'multiple' | 'basis' | 'priceUnit' | 'priceUnitsPerOrderUnit'
  | 'gtin' | 'hazmat' | 'countryOfOrigin' | 'keywords';

export const cifFields: Readonly<Record<string, CifTarget>> = {
  supplierid: 'supplierId',
  supplierpartid: 'supplierPart', supplierpartnumber: 'supplierPart', supplierpart: 'supplierPart', partid: 'supplierPart',
  supplierpartauxiliaryid: 'auxiliaryPart', supplierpartauxid: 'auxiliaryPart', auxiliarypartid: 'auxiliaryPart',
  manufacturerpartid: 'manufacturerPart', manufacturerpartnumber: 'manufacturerPart', mfrpartid: 'manufacturerPart',
  itemdescription: 'description', description: 'description', longdescription: 'description',
  spsccode: 'code', unspsc: 'code', unspsccode: 'code', commoditycode: 'code', classificationcode: 'code',
  unitprice: 'price', price: 'price',
  unitofmeasure: 'unit', units: 'unit', uom: 'unit', unitofmeasurement: 'unit',
  leadtime: 'leadDays', leadtimedays: 'leadDays',
  manufacturername: 'manufacturer', manufacturer: 'manufacturer',
  supplierurl: 'supplierUrl', manufacturerurl: 'manufacturerUrl',
  marketprice: 'marketPrice', listprice: 'marketPrice',
  shortname: 'name', itemname: 'name', productname: 'name',
  currency: 'currency', currencycode: 'currency',
  expirationdate: 'validTo', effectivedate: 'validFrom', expirydate: 'validTo',
  classificationcodes: 'classifications', parametricdata: 'features', parametricname: 'featureType',
  territoryavailable: 'territory', availableterritory: 'territory',
  language: 'language', lang: 'language',
  image: 'image', imageurl: 'image', picture: 'image', thumbnail: 'thumbnail',
  delete: 'delete', deleted: 'delete', deleteflag: 'delete',
  minimumquantity: 'minimum', minquantity: 'minimum', minimumorderquantity: 'minimum', minorderquantity: 'minimum',
  quantityinterval: 'multiple', orderquantityinterval: 'multiple', ordermultiple: 'multiple',
  pricequantity: 'basis', priceunitquantity: 'basis', pricebasisquantity: 'basis', unitconversionpricequantity: 'basis',
  priceunit: 'priceUnit', unitconversionpriceunit: 'priceUnit',
  unitconversion: 'priceUnitsPerOrderUnit', conversionfactor: 'priceUnitsPerOrderUnit', unitconversionfactor: 'priceUnitsPerOrderUnit',
  upc: 'gtin', ean: 'gtin', gtin: 'gtin', hazardousmaterials: 'hazmat', countryoforigin: 'countryOfOrigin', keywords: 'keywords',
};

/** Fields of a file that names none (CIF 3.0, default FIELDNAMES). */
export const cifDefaultFields: readonly string[] = [
  'Supplier ID', 'Supplier Part ID', 'Manufacturer Part ID', 'Item Description', 'SPSC Code', 'Unit Price', 'Unit of Measure', 'Lead Time',
  'Manufacturer Name', 'Supplier URL', 'Manufacturer URL', 'Market Price',
];
