import type { OrderResponse } from '../../canonical/order-response.js';
import type { Rule } from '../../grammar/message.js';
import { writeFactor } from '../parts/price.js';
import { fillQuantities, linePrice, scheduled, spreadPrice } from './response-lines.js';

/** A line priced in the set: its price is that of every schedule. */
export const answerPrice = (segment: 'PO1' | 'POC'): Rule<OrderResponse> => ({
  name: 'price',
  says: 'The price and its basis in the line, and PO4, give one price per line, valid for each of its quantities.',
  decoded: (response, { nodeOf }) => {
    response.lines.forEach((line, index) => {
      spreadPrice(line, nodeOf(`lines[${index}]`));
    });
  },
  encoding: (response, report) => {
    response.lines.forEach((line, index) => {
      linePrice(line, { at: `${segment}[${index + 1}]`, basis: segment === 'PO1' ? '05' : '07' }, report);
    });
  },
  written: (response, { nodeOf, report }) => {
    response.lines.forEach((line, index) => {
      const priced = line.schedules[0];
      if (priced?.price === undefined) return;
      writeFactor({ quantity: line.quantity ?? priced.quantity, price: priced.price }, nodeOf(`lines[${index}]`), {
        at: `${segment}[${index + 1}]/PO401`,
        report,
      });
    });
  },
});

/** Without ACK a line says yes or no by its header, and SCH parts it. */
export const answerSchedules = (segment: 'PO1' | 'POC'): Rule<OrderResponse> => ({
  name: 'schedules',
  says: 'Each ACK is one quantity, without ACK02 that of its line. SCH parts the quantity of its only ACK; a line with neither has the answer of the header.',
  decoded: (response, { nodeOf, report }) => {
    response.lines.forEach((line, index) => {
      const node = nodeOf(`lines[${index}]`);
      const planned = node?.children.filter((child) => child.name === 'SCH') ?? [];
      if (planned.length > 0 && line.schedules.length <= 1)
        line.schedules = planned.map((child) => scheduled(child, line, response.status)).filter((found) => found !== undefined);
      else if (
        line.schedules.length === 0 &&
        line.quantity !== undefined &&
        (response.status === 'accepted' || response.status === 'rejected')
      ) {
        line.schedules = [{ status: response.status, quantity: line.quantity }];
      }
      fillQuantities(line, `${segment}[${index + 1}]`, report);
    });
  },
});

export const answerReasons: Rule<OrderResponse> = {
  name: 'reasons',
  says: 'The set has no reason per quantity: reasons are written as texts of the line.',
  encoding: (response) => {
    for (const line of response.lines)
      for (const { reason } of line.schedules) if (reason !== undefined && !line.note.includes(reason)) line.note.push(reason);
  },
};
