import {
  type Acknowledgement,
  type ApplicationResponse,
  type DespatchAdvice,
  type InterchangeAcknowledgement,
  kindOf,
  type messages,
  type Order,
  type OrderChange,
  type OrderResponse,
  type ReceiptAdvice,
  type StockReport,
} from '#libs/documents';

/** Documents that the hub does something with, by what they are and in whatever format. */
export type BusinessDocument =
  | Order
  | OrderChange
  | OrderResponse
  | DespatchAdvice
  | ReceiptAdvice
  | StockReport
  | ApplicationResponse
  | Acknowledgement
  | InterchangeAcknowledgement;

const takenKinds: Readonly<Record<BusinessDocument['kind'], true>> = {
  order: true,
  orderChange: true,
  orderResponse: true,
  despatchAdvice: true,
  receiptAdvice: true,
  stockReport: true,
  applicationResponse: true,
  acknowledgement: true,
  interchangeAcknowledgement: true,
};

type Table = NonNullable<ReturnType<(typeof messages)['get']>>;

/** Whether the hub does something with what a table reads. Catalogues come as uploads; the others wait for the room that needs them. */
export const isTaken = (table: Table | undefined): table is Table =>
  table !== undefined && Object.hasOwn(takenKinds, kindOf(table));

/** The number that people know a document by: of the order it speaks of, where it speaks of one. */
export function numberOf(document: BusinessDocument): string | undefined {
  switch (document.kind) {
    case 'orderChange':
    case 'orderResponse':
      return document.order.number;
    case 'applicationResponse':
      return document.document.number;
    case 'acknowledgement':
      return document.group.control;
    case 'interchangeAcknowledgement':
      return document.control;
    default:
      return document.number;
  }
}
