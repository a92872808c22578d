// Order of the child elements in cXML 1.2, by parent element, for the elements the tables write. Source: cXML 1.2.063 DTDs (cXML.dtd, Fulfill.dtd).

/** Children of each parent, one blank apart. */
export const cxmlSequences: Readonly<Record<string, string>> = {
  OrderRequest: 'OrderRequestHeader ItemOut',
  OrderRequestHeader: 'Total ShipTo BillTo BusinessPartner LegalEntity OrganizationalUnit Shipping Tax Payment PaymentTerm Contact Comments Followup ControlKeys DocumentReference SupplierOrderInfo TermsOfDelivery DeliveryPeriod IdReference OrderRequestHeaderIndustry Extrinsic',
  ItemOut: 'ItemID Path ItemDetail BlanketItemDetail SupplierID SupplierList ShipTo Shipping Tax SpendDetail Distribution Contact TermsOfDelivery Comments Indicator Tolerances ControlKeys ScheduleLine MasterAgreementReference MasterAgreementIDInfo ItemOutIndustry Packaging ReleaseInfo Batch',
  ItemID: 'SupplierPartID SupplierPartAuxiliaryID BuyerPartID IdReference',
  ItemDetail: 'UnitPrice Description OverallLimit ExpectedLimit UnitOfMeasure PriceBasisQuantity Classification ManufacturerPartID ManufacturerName URL LeadTime Dimension ItemDetailIndustry AttachmentReference PlannedAcceptanceDays Extrinsic',
  ItemDetailIndustry: 'ItemDetailRetail',
  ItemDetailRetail: 'EANID EuropeanWasteCatalogID Characteristic',
  UnitPrice: 'Money Modifications PricingConditions',
  Total: 'Money Modifications',
  Tax: 'Money TaxAdjustmentAmount Description TaxDetail Distribution Extrinsic',
  PriceBasisQuantity: 'UnitOfMeasure Description',
  Description: 'ShortName',
  ShipTo: 'Address CarrierIdentifier TransportInformation IdReference',
  BillTo: 'Address IdReference',
  Address: 'Name PostalAddress Email Phone Fax URL',
  PostalAddress: 'DeliverTo Street City Municipality State PostalCode Country Extrinsic',
  Contact: 'Name PostalAddress Email Phone Fax URL IdReference Extrinsic',
  TermsOfDelivery: 'TermsOfDeliveryCode ShippingPaymentMethod TransportTerms Address Comments',
  ConfirmationRequest: 'ConfirmationHeader OrderReference OrderStatusRequestReference OrderStatusRequestIDInfo ConfirmationItem',
  ConfirmationHeader: 'DocumentReference Total Shipping Tax Contact Hazard Comments IdReference Extrinsic',
  OrderReference: 'DocumentReference',
  ConfirmationItem: 'UnitOfMeasure Contact Hazard ConfirmationStatus',
  ConfirmationStatus: 'UnitOfMeasure ItemIn UnitPrice Tax Shipping SupplierBatchID ScheduleLineReference ComponentConsumptionDetails Comments Extrinsic',
  ItemIn: 'ItemID Path ItemDetail SupplierID SupplierList ShipTo Shipping Tax SpendDetail Distribution Contact Comments ScheduleLine BillTo Batch Period DateInfo Extrinsic',
};
