import { registerEnumType } from '@nestjs/graphql';
import type { AlternatesConsent } from './consent.js';

export const AlternatesConsentEnum = {
  NONE: 'NONE',
  TWO_WAY: 'TWO_WAY',
  ONE_WAY: 'ONE_WAY',
  QUALIFIED: 'QUALIFIED',
} as const satisfies Record<AlternatesConsent, AlternatesConsent>;
registerEnumType(AlternatesConsentEnum, {
  name: 'AlternatesConsent',
  description: 'How far a buyer lets the supplier substitute the part of a line; what it does not cover waits for him.',
  valuesMap: {
    NONE: { description: 'Not at all.' },
    TWO_WAY: { description: 'By aliases, re-identified and two-way interchangeable parts.' },
    ONE_WAY: { description: 'Also by the new part that replaces the old.' },
    QUALIFIED: { description: 'Also by parts that only some applications take.' },
  },
});
