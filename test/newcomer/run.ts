import { mainJob } from './main-job.js';

// node dist/test/newcomer/run.js http://localhost:3000
const url = process.argv[2] ?? `http://localhost:${process.env['PORT'] ?? '3000'}`;
const journal = await mainJob(url, (line) => console.log(line));
console.log(`${journal.done} steps done, ${journal.failed} failed, ${journal.skipped} skipped`);
process.exitCode = journal.failed === 0 ? 0 : 1;
