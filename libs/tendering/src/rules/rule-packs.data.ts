import type { RulePackName } from '../tender/tender.entity.js';
import type { RulePack } from './rule-pack.js';

/** Bids are read after the time limit only: Directive 2014/24/EU, Article 22(3) second subparagraph, and the same in 2014/25/EU. */
const afterTheLimit = ['TIMED', 'SEALED'] as const;

/**
 * The packs. Days are those of electronic means, since nothing else is taken here: Article 27(4) of 2014/24/EU and 45(4) of 2014/25/EU let five days off
 * for them. Bids on invitation are the second stage of a restricted procedure.
 * PROZORRO is the law in its words of 2020, above the thresholds of its open tenders; the special rules of wartime (resolution 1178) are not in it.
 */
const rulePacks: Readonly<Record<RulePackName, RulePack>> = {
  PRIVATE: {
    name: 'PRIVATE',
    bidding: {},
    confidentialities: { allowed: ['OPEN', 'TIMED', 'SEALED'], source: '' },
    enquiries: null,
    openIsPublic: null,
    standstill: null,
    notice: { facts: [], source: '' },
  },
  EU_2014_24: {
    name: 'EU_2014_24',
    bidding: {
      OPEN: { days: 30, source: '2014/24/EU Art. 27(1), (4)' },
      SELECTIVE: { days: 25, source: '2014/24/EU Art. 28(2), (5)' },
    },
    confidentialities: { allowed: afterTheLimit, source: '2014/24/EU Art. 22(3)' },
    enquiries: { days: 6, source: '2014/24/EU Art. 53(2)' },
    openIsPublic: { source: '2014/24/EU Art. 49, 51' },
    standstill: {
      days: 10,
      notFor: ['SINGLE_SOURCE'],
      notForSoleBidder: true,
      source: '89/665/EEC Art. 2a(2), 2b',
    },
    notice: { facts: ['WINNER', 'RANK'], source: '2014/24/EU Art. 55(2); 89/665/EEC Art. 2a(2)' },
  },
  EU_2014_25: {
    name: 'EU_2014_25',
    bidding: {
      OPEN: { days: 30, source: '2014/25/EU Art. 45(1), (4)' },
      // Unless all who are invited agree on another day, which nothing here records.
      SELECTIVE: { days: 10, source: '2014/25/EU Art. 46(2)' },
    },
    confidentialities: { allowed: afterTheLimit, source: '2014/25/EU Art. 40(3)' },
    enquiries: { days: 6, source: '2014/25/EU Art. 73(2)' },
    openIsPublic: { source: '2014/25/EU Art. 69, 71' },
    standstill: {
      days: 10,
      notFor: ['SINGLE_SOURCE'],
      notForSoleBidder: true,
      source: '92/13/EEC Art. 2a(2), 2b',
    },
    notice: { facts: ['WINNER', 'RANK'], source: '2014/25/EU Art. 75(2); 92/13/EEC Art. 2a(2)' },
  },
  PROZORRO: {
    name: 'PROZORRO',
    bidding: {
      OPEN: { days: 15, source: 'Law of Ukraine 922-VIII Art. 21' },
      SELECTIVE: { days: 25, source: 'Law of Ukraine 922-VIII Art. 32' },
    },
    confidentialities: { allowed: afterTheLimit, source: 'Law of Ukraine 922-VIII Art. 28' },
    enquiries: { days: 10, source: 'Law of Ukraine 922-VIII Art. 24(1)' },
    openIsPublic: { source: 'Law of Ukraine 922-VIII Art. 10' },
    standstill: {
      days: 10,
      notFor: [],
      notForSoleBidder: false,
      source: 'Law of Ukraine 922-VIII Art. 33(6), 40(7)',
    },
    notice: { facts: ['WINNER', 'RANK', 'AMOUNT'], source: 'Law of Ukraine 922-VIII Art. 33' },
  },
};

export const rulePackOf = (name: RulePackName): RulePack => rulePacks[name];
