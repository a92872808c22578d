import { registerEnumType } from '@nestjs/graphql';

/** A GraphQL enum whose values are the strings of the table, each described. */
export function enumOf<const T extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  values: T,
): { readonly [K in keyof T]: K } {
  const made = Object.fromEntries(Object.keys(values).map((key) => [key, key])) as { readonly [K in keyof T]: K };
  registerEnumType(made, {
    name,
    description,
    valuesMap: Object.fromEntries(Object.entries(values).map(([key, text]) => [key, { description: text }])) as never,
  });
  return made;
}

export const OrderSideEnum = enumOf('OrderSide', 'Which party of an order one is.', {
  BUYER: 'Ordered it.',
  SUPPLIER: 'Received it.',
});

export const OrderStatusEnum = enumOf('OrderStatus', 'Where an order stands as a whole; computed from its quantities.', {
  SENT: 'Nothing was heard of the supplier.',
  RECEIVED: 'The supplier has it and has not answered.',
  PART_CONFIRMED: 'Some is confirmed; some is open, back-ordered or rejected.',
  CONFIRMED: 'All of it is confirmed.',
  CHANGE_PROPOSED: 'The supplier proposes other terms: the buyer answers.',
  REJECTED: 'All of it is rejected.',
  PART_CANCELLED: 'Some was cancelled; the rest is confirmed.',
  CANCELLED: 'Nothing is left of it.',
  COMPLETE: 'Nothing is open any more, and the buyer closed the rest short.',
  PART_SHIPPED: 'Some of it has left the supplier.',
  SHIPPED: 'All that is left of it has left the supplier.',
  DELIVERED: 'All that is left of it has arrived.',
});

export const ScheduleStatusEnum = enumOf('ScheduleStatus', 'Where one quantity of a line stands.', {
  REQUESTED: 'Ordered and not answered.',
  CONFIRMED: 'Promised.',
  BACKORDERED: 'Will come later than asked for.',
  CHANGE_PROPOSED: 'The supplier proposes another price, quantity or date.',
  SUBSTITUTE_PROPOSED: 'The supplier proposes another part; it needs consent.',
  CHANGE_REQUESTED: 'The buyer asks for another quantity or date.',
  CANCEL_REQUESTED: 'The buyer asks to cancel what was promised.',
  REJECTED: 'The supplier will not deliver it.',
  CANCELLED: 'Cancelled by the buyer, with consent where it was needed.',
  CLOSED_SHORT: 'The buyer no longer waits for it.',
  SHIPPED: 'It has left the supplier.',
  DELIVERED: 'It has arrived.',
});

export const OrderChannelEnum = enumOf('OrderChannel', 'How a step reached the hub.', {
  PORTAL: 'By a person.',
  API: 'By an API key.',
  UBL: 'By a UBL document.',
  CXML: 'By a cXML document.',
  X12: 'By an X12 interchange.',
  EDIFACT: 'By an EDIFACT interchange.',
  OPENTRANS: 'By an openTRANS document.',
  RULE: "By the buyer's tolerances.",
});

export const OrderEventKindEnum = enumOf('OrderEventKind', 'What happened to an order.', {
  PLACED: 'The buyer ordered.',
  RECEIVED: 'The supplier acknowledged it.',
  ANSWERED: 'The supplier answered quantities.',
  PROPOSAL_ANSWERED: 'The buyer answered proposals.',
  PROPOSAL_ACCEPTED_BY_RULE: "Proposals inside the buyer's tolerances were accepted.",
  CANCELLED: 'The buyer cancelled, or asked to.',
  CHANGE_REQUESTED: 'The buyer asked for another quantity or date.',
  REQUEST_ANSWERED: 'The supplier granted or refused a request.',
  REJECTED: 'The supplier rejected all of it.',
  CLOSED_SHORT: 'The buyer closed overdue quantities.',
  SHIPPED: 'Quantities left the supplier.',
  DELIVERED: 'Quantities arrived.',
  DESPATCH_UNDONE: 'What was said to have left has not.',
});

export const OrderOrderEnum = enumOf('OrderOrder', 'Orders of a list of orders.', {
  PLACED_AT_DESC: 'Newest first.',
  PLACED_AT_ASC: 'Oldest first.',
  NUMBER_ASC: "By the buyer's number.",
  NUMBER_DESC: "By the buyer's number, backwards.",
});

export const HeaderAnswerEnum = enumOf('HeaderAnswer', 'What a supplier says of all lines that he does not name.', {
  RECEIVED: 'He has the order; nothing is promised.',
  ACCEPTED: 'As they were asked for.',
  REJECTED: 'None of what is open.',
});

export const QuantityAnswerEnum = enumOf('QuantityAnswer', 'What a supplier says of one quantity.', {
  ACCEPTED: 'As asked for; with other terms it counts as CHANGED.',
  CHANGED: 'With another price, date or quantity: a proposal.',
  BACKORDERED: 'Later.',
  REJECTED: 'Not at all.',
  SUBSTITUTED: 'By another part: a proposal.',
});

export const ProposalAnswerEnum = enumOf('ProposalAnswer', 'What a buyer says to a proposal.', {
  ACCEPT: 'Agreed.',
  DECLINE: 'No: what stood before stands.',
  CANCEL: 'No, and the quantity is given up.',
});

export const NeedKindEnum = enumOf('NeedKind', 'Why an order waits for you.', {
  TO_CONFIRM: 'Quantities wait for your answer, supplier.',
  REQUEST_TO_ANSWER: 'The buyer asks for a change or cancellation.',
  PROPOSAL_TO_ANSWER: 'The supplier proposes other terms.',
  UNANSWERED: 'The supplier has not answered for a day.',
  OVERDUE: 'The promised day of shipping has passed.',
});
