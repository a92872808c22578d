import type { Planted } from '../support/checker.js';
import type { Answered, LabelEvidence } from './label-checker.js';

const minute = 60_000;
const live: Answered = { mood: 'well', askedMs: 1000, answeredMs: 1050, label: 'LIVE', quantity: 1, ageSeconds: 0 };
const cached: Answered = {
  mood: 'error',
  askedMs: 10 * minute,
  answeredMs: 10 * minute + 20,
  label: 'CACHED',
  quantity: 1,
  ageSeconds: 595,
};
const none: Answered = {
  mood: 'error',
  askedMs: 10 * minute,
  answeredMs: 10 * minute + 20,
  label: 'LEAD_TIME_ONLY',
  quantity: null,
  ageSeconds: null,
};
const silent: Answered = { ...none, quantity: 0, ageSeconds: 90_000 };

/** A figure said in the first ten seconds; an hour later the ERP is broken. */
export const sound: LabelEvidence = {
  budgetMs: 800,
  machine: { beforeMs: 30, pausesMs: 50, besideMs: 200 },
  keepSeconds: 86_400,
  said: [
    { mood: 'well', quantity: 1, fromMs: 0, toMs: 10_000 },
    { mood: 'stale', quantity: 2, fromMs: 20_000, toMs: 30_000 },
    { mood: 'error', quantity: 3, fromMs: 9 * minute, toMs: 11 * minute },
  ],
  answers: [live, cached, none, silent],
};

const but = (name: string, ...answers: Answered[]): Planted<LabelEvidence> => ({
  name,
  evidence: { ...sound, answers: [...sound.answers, ...answers] },
});

export const planted: readonly Planted<LabelEvidence>[] = [
  but('an old figure is called live', { ...cached, label: 'LIVE' }),
  but('a broken ERP is called live', { ...cached, label: 'LIVE', ageSeconds: 0 }),
  but('an age is too small', { ...cached, ageSeconds: 5 }),
  but('an age is too great', { ...cached, ageSeconds: 700 }),
  but('a figure that only a stale ERP said', { ...cached, mood: 'stale', quantity: 2, ageSeconds: 575 }),
  but('a figure that nobody said', { ...cached, quantity: 77 }),
  but('a figure with nothing behind it', { ...none, label: 'CACHED' }),
  but('a good figure is thrown away', { ...cached, label: 'LEAD_TIME_ONLY' }),
  but('a figure of the day before yesterday still counts', { ...cached, ageSeconds: 100_000 }),
  but('an unknown label', { ...live, label: 'FRESH' }),
  but('no answer', { ...live, fault: 'INTERNAL' }),
  but('one answer in ten is late', ...Array.from({ length: 9 }, () => live), { ...live, answeredMs: 1900 }),
  {
    name: 'questions that ask nobody starve beside those that do',
    evidence: { ...sound, machine: { ...sound.machine, besideMs: 900 } },
  },
  {
    name: 'answers as late as a hub that has not got its breath back',
    evidence: {
      ...sound,
      machine: { beforeMs: 30, pausesMs: 2_000, besideMs: 200 },
      answers: [...sound.answers, { ...live, answeredMs: 2_300 }],
    },
  },
];
