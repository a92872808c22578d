import { setTimeout as sleep } from 'node:timers/promises';

const dayMs = 86_400_000;
/** No file of tests takes longer, but for the walk over all pages, which names no day. */
const fileMs = 300_000;

// A file that begins just before midnight (UTC, as the database counts days) would end on another day, month or year than the one it has begun to speak of.
const left = dayMs - (Date.now() % dayMs);
if (left < fileMs) await sleep(left + 1_000);
