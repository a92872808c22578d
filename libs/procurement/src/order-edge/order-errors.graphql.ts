import { Int } from '@nestjs/graphql';
import { userError } from '#libs/platform';

const text = (description: string) => ({ type: () => String, description });
const line = { line: text("The buyer's number of the line.") };
const unit = { unit: text('Order unit, UN/ECE Rec 20.') };

// Placing
export const EmptyBasket = userError('EmptyBasket', 'There is no line to order.');
export const PriceChanged = userError('PriceChanged', 'The price that was seen is no longer the price.', {
  seenAmount: text('Amount that was seen.'),
  seenBasis: text('Its basis.'),
  seenCurrency: text('Its currency.'),
  presentAmount: text('Amount that holds now.'),
  presentBasis: text('Its basis.'),
  presentCurrency: text('Its currency.'),
  unit: text('Price unit.'),
});
export const NoPrice = userError('NoPrice', 'No price holds for this offer today.');
export const OutOfStock = userError('OutOfStock', 'The offer sells from stock only and there is less than asked for.', {
  free: text('What is free, in order units.'),
  ...unit,
});
export const QuantityOffPack = userError('QuantityOffPack', 'The quantity keeps neither minimum nor multiple of the offer.', {
  below: text('The nearest valid quantity below; null when even the smallest is above.'),
  above: text('The nearest valid quantity above.'),
  ...unit,
});
export const BelowSmallestBreak = userError('BelowSmallestBreak', 'Below the smallest price break there is no price.', {
  smallest: text('The smallest break.'),
  ...unit,
});
export const OfferWithdrawn = userError('OfferWithdrawn', 'The offer is withdrawn, or not offered to you.');
export const NcnrNotAccepted = userError(
  'NcnrNotAccepted',
  'The line can be neither cancelled nor returned; that must be ticked.',
);
export const PartSuperseded = userError(
  'PartSuperseded',
  'The part is an unacceptable risk (class V) and is not sold any more; see its alternatives.',
  { number: text('Its number.') },
);
export const BudgetNotAccepted = userError('BudgetNotAccepted', 'The price is an estimate; that must be ticked.');
export const ChargeUnknown = userError('ChargeUnknown', 'The supplier offers no such charge on request for the line.', {
  charge: text('Its code.'),
});
export const LotMissing = userError('LotMissing', 'Too few units are as the line wants them.', {
  fitting: text('How many are, in order units.'),
  ...unit,
});
export const GateRefused = userError('GateRefused', 'A rule on dangerous goods, shelf life or export refuses the line.', {
  rule: text('Code of the rule.'),
  version: { type: () => Int, description: 'Its version.' },
  sentence: text('What it says.'),
  reason: text('Why it bites.'),
});
export const CertificateUnknown = userError('CertificateUnknown', 'There is no such kind of certificate.', {
  kind: text('The kind.'),
});
export const LineNumberTaken = userError('LineNumberTaken', 'Two lines carry the same number.', { number: text('The number.') });
export const SiteUnknown = userError('SiteUnknown', 'The organisation has no such active site.');
export const PartnershipInactive = userError('PartnershipInactive', 'There is no active partnership with the supplier.', {
  supplierId: text('The supplier.'),
});
export const OrderNumberTaken = userError('OrderNumberTaken', 'The organisation has an order of this number.', {
  number: text('The number.'),
});
export const OrderSplits = userError('OrderSplits', 'One number was given, but the lines become several orders.', {
  orders: { type: () => Int, description: 'How many.' },
});
export const ExchangeTermsNotSeen = userError(
  'ExchangeTermsNotSeen',
  'The offer is sold in exchange, and the core that will be owed was not seen as it is now.',
  {
    coreValue: text('What the core is worth.'),
    currency: text('Its currency.'),
    coreDays: { type: () => Int, description: 'Days until it is due.' },
    version: { type: () => Int, description: 'Version of the terms.' },
  },
);
export const ExchangeWithdrawn = userError('ExchangeWithdrawn', 'The offer is not sold in exchange any more.');
export const ExchangeQuantity = userError(
  'ExchangeQuantity',
  'What is bought in exchange is whole units, not too many of a line.',
  {
    most: { type: () => Int, description: 'How many.' },
    ...unit,
  },
);

// Answering
export const LineHeldByGate = userError('LineHeldByGate', 'A rule holds the line: release it or bring its document first.', {
  ...line,
  rule: text('Code of the rule.'),
  version: { type: () => Int, description: 'Its version.' },
  sentence: text('What it says.'),
});
export const LineUnknown = userError('LineUnknown', 'The order has no line of this number, or it was named twice.', line);
export const LineAnsweredTwice = userError('LineAnsweredTwice', 'The line was answered twice in one answer.', line);
export const QuantityMismatch = userError(
  'QuantityMismatch',
  'The answered quantities do not add up to what is open of the line.',
  {
    ...line,
    open: text('What is open.'),
    answered: text('What the answer adds up to.'),
  },
);
export const PriceNotComparable = userError('PriceNotComparable', 'The price is in another currency or unit than the line.', {
  ...line,
  unit: text('Price unit of the line.'),
  currency: text('Currency of the order.'),
});
export const SubstituteMissing = userError('SubstituteMissing', 'A substitute is named by its part number.', line);
export const StepNotPossible = userError('StepNotPossible', 'The state of the quantity does not allow this answer.', {
  ...line,
  status: text('Its state.'),
  why: text('NothingRequested, AlreadyRequested, AlreadyFinal ...'),
});
export const NothingProposed = userError('NothingProposed', 'Nothing is proposed for this quantity, or it was answered.');
export const NothingRequested = userError('NothingRequested', 'Nothing is asked for this quantity, or it was answered.');

// Changing
export const LineNonCancellable = userError(
  'LineNonCancellable',
  'The line was ordered as non-cancellable and non-returnable.',
  line,
);
export const CancellationWindowClosed = userError(
  'CancellationWindowClosed',
  'The confirmed day of shipping has come, or the days before it in which nothing is cancelled.',
  {
    ...line,
    shipOn: text('That day.'),
  },
);
export const NothingToCancel = userError('NothingToCancel', 'Nothing of it is open, or its cancellation is asked for already.');
export const NothingToChange = userError(
  'NothingToChange',
  'The line is closed, or it has this quantity and date already.',
  line,
);
export const ProposalOpen = userError('ProposalOpen', 'A proposal of the supplier waits for its answer first.', line);
export const NotOverdue = userError('NotOverdue', 'Nothing of the lines is overdue.');

// Baskets
export const BasketNameTaken = userError('BasketNameTaken', 'You have a basket of this name.', { name: text('The name.') });
export const TooManyBaskets = userError('TooManyBaskets', 'You have as many baskets as one may have.', {
  most: { type: () => Int, description: 'How many.' },
});
export const BasketFull = userError('BasketFull', 'The basket would have too many lines.', {
  most: { type: () => Int, description: 'How many it may have.' },
});
