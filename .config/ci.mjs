// What .ci/run does after the install: check, test and the short proofs, with one total on the last line.
import { check } from './check.mjs';
import { prove } from './prove.mjs';
import { closing, sum } from './run.mjs';
import { test } from './test.mjs';

const counts = [];
for (const part of [check, test, prove]) counts.push(await part());
process.exitCode = closing(sum(counts));
