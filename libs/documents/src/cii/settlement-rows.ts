import type { Invoice } from '../canonical/billing/invoice.js';
import { decimal, text } from '../grammar/field.js';
import type { ModelPath } from '../grammar/model-path.js';
import { type FieldRow, type FixedRow, inside, may, must, type Row } from '../grammar/row.js';
import { cardNumber, indicator, reasonCode, taxScheme } from '../ubl/parts/fields.js';
import { dayRows, iban, NUMBER, taxEvent } from './fields.js';
import { SETTLEMENT } from './header-rows.js';

type InvoiceRow = Row<ModelPath<Invoice>>;
type In<P extends string, K extends string> = `${P}.${K}`;

/** A ram:ApplicableTradeTax or its like: the tax is VAT unless it says another. */
export function taxRows<const P extends string>(
  at: string,
  to: P,
): (FieldRow<In<P, 'code' | 'percent' | 'scheme'>> | FixedRow)[] {
  return [
    may(`${at}/ram:CategoryCode`, `${to}.code`, text(1, 20)),
    may(`${at}/ram:RateApplicablePercent`, `${to}.percent`, decimal()),
    may(`${at}/ram:TypeCode`, `${to}.scheme`, taxScheme),
    inside(at, 'ram:TypeCode', 'VAT'),
  ];
}

type ChargeKey = 'isCharge' | 'code' | 'reason' | 'percent' | 'amount' | 'baseAmount';

/** A ram:SpecifiedTradeAllowanceCharge. */
export function chargeRows<const P extends string>(at: string, to: P): FieldRow<In<P, ChargeKey>>[] {
  return [
    must(`${at}/ram:ChargeIndicator/udt:Indicator`, `${to}.isCharge`, indicator),
    may(`${at}/ram:CalculationPercent`, `${to}.percent`, decimal()),
    may(`${at}/ram:BasisAmount`, `${to}.baseAmount`, decimal()),
    must(`${at}/ram:ActualAmount`, `${to}.amount`, decimal()),
    may(`${at}/ram:ReasonCode`, `${to}.code`, reasonCode),
    may(`${at}/ram:Reason`, `${to}.reason`, text(1, 500)),
  ];
}

const MEANS = `${SETTLEMENT}/ram:SpecifiedTradeSettlementPaymentMeans[]`;
const PAYER = `${MEANS}/ram:PayerPartyDebtorFinancialAccount`;
const PAYEE = `${MEANS}/ram:PayeePartyCreditorFinancialAccount`;
const CARD = `${MEANS}/ram:ApplicableTradeSettlementFinancialCard`;
const TERMS = `${SETTLEMENT}/ram:SpecifiedTradePaymentTerms`;

/** BG-16 to BG-19 and BT-20; what the whole document says of payment is the rule's. */
export const paymentRows: readonly InvoiceRow[] = [
  must(`${MEANS}/ram:TypeCode`, 'paymentMeans[].code', text(1, 10)),
  may(`${MEANS}/ram:Information`, 'paymentMeans[].text', text(1, 500)),
  may(`${CARD}/ram:ID`, 'paymentMeans[].card.number', cardNumber),
  may(`${CARD}/ram:CardholderName`, 'paymentMeans[].card.holder', NUMBER),
  may(`${PAYER}/ram:IBANID`, 'paymentMeans[].debitedAccount', iban),
  may(`${PAYER}/ram:ProprietaryID`, 'paymentMeans[].debitedAccount', NUMBER),
  may(`${PAYEE}/ram:IBANID`, 'paymentMeans[].account.number', iban),
  may(`${PAYEE}/ram:ProprietaryID`, 'paymentMeans[].account.number', NUMBER),
  may(`${PAYEE}/ram:AccountName`, 'paymentMeans[].account.name', NUMBER),
  may(`${MEANS}/ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID`, 'paymentMeans[].account.bank', NUMBER),
  may(`${TERMS}/ram:Description`, 'paymentTerms.note', text(1, 20_000)),
  ...dayRows(`${TERMS}/ram:DueDateDateTime`, 'dueOn'),
];

const CHARGE = `${SETTLEMENT}/ram:SpecifiedTradeAllowanceCharge[]`;
const TAX = `${SETTLEMENT}/ram:ApplicableTradeTax`;
const PERIOD = `${SETTLEMENT}/ram:BillingSpecifiedPeriod`;
const BEFORE = `${SETTLEMENT}/ram:InvoiceReferencedDocument[]`;

/** BG-3, BG-14, BG-20, BG-21 and BG-23. The day or event of tax (BT-7, BT-8) stands with every tax; the rule repeats it. */
export const amountRows: readonly InvoiceRow[] = [
  ...chargeRows(CHARGE, 'charges[]'),
  ...taxRows(`${CHARGE}/ram:CategoryTradeTax`, 'charges[].tax'),
  must(`${TAX}[]/ram:CalculatedAmount`, 'taxes[].amount', decimal()),
  must(`${TAX}[]/ram:BasisAmount`, 'taxes[].taxable', decimal()),
  ...taxRows(`${TAX}[]`, 'taxes[].category'),
  may(`${TAX}[]/ram:ExemptionReason`, 'taxes[].category.exemptionReason', text(1, 5000)),
  may(`${TAX}[]/ram:ExemptionReasonCode`, 'taxes[].category.exemptionCode', text(1, 50)),
  ...dayRows(`${TAX}/ram:TaxPointDate`, 'taxPointOn', { as: 'udt:DateString' }),
  may(`${TAX}/ram:DueDateTypeCode`, 'taxPointCode', taxEvent),
  ...dayRows(`${PERIOD}/ram:StartDateTime`, 'period.start'),
  ...dayRows(`${PERIOD}/ram:EndDateTime`, 'period.end'),
  may(`${BEFORE}/ram:IssuerAssignedID`, 'preceding[].number', NUMBER),
  ...dayRows(`${BEFORE}/ram:FormattedIssueDateTime`, 'preceding[].issuedOn', { as: 'qdt:DateTimeString' }),
];
