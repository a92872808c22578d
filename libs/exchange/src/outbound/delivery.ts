import type { Acknowledgement } from '#libs/documents';
import type { DeliveryAttempt } from '../message/message.js';

/** How one try to deliver ended. */
export interface DeliveryOutcome {
  outcome: DeliveryAttempt['outcome'];
  /** HTTP status; absent when there was no answer. */
  status?: number;
  detail?: string;
  /** The head of what came back. */
  reply?: string;
  /** 997s that came back in the reply. */
  acknowledgements?: Acknowledgement[];
  /** Whether another try may end better: an outage does, a refusal does not. */
  again: boolean;
  /** Which try it was, from 1; absent: the present one. */
  attempt?: number;
  startedAt: Date;
  endedAt: Date;
}

/** Seconds after which a try of which nothing was heard is taken for lost with its worker: four times what the client gives a request. */
export const sendingSeconds = 120;

/** Seconds to wait after the 1st, 2nd, ... failed try; after the last one the message is dead: ten tries over about two days. */
export const pauses = [10, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400] as const;

/** Seconds until the next try after `attempts` failed ones, undefined when it was the last. */
export const pauseAfter = (attempts: number): number | undefined => pauses[attempts - 1];
