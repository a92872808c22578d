// `node --import ./test/support/from-sources.mjs program.ts` runs a program from sources.
import { register } from 'node:module';

register('./ts-hooks.mjs', import.meta.url);
