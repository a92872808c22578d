import 'reflect-metadata';
import { runHub } from '#libs/platform';
import { rooms } from '../../../apps/hub/src/hub.module.js';
import { answerWith } from './processes.js';

// The hub as `npm start` runs it, without the demo world: its environment says which database it serves.
const hub = runHub(process.env, async () => rooms);

answerWith(
  async () => ({ url: (await hub).hub.url }),
  async () => (await hub).close(),
);
