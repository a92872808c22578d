import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the condition holds, asking every 10 ms; throws after `msMax` (default 10 s). */
export async function until(condition: () => boolean | Promise<boolean>, msMax = 10_000): Promise<void> {
  for (const deadline = Date.now() + msMax; !(await condition()); await sleep(10)) {
    if (Date.now() > deadline) throw new Error(`Waited ${msMax} ms in vain for: ${condition.toString()}`);
  }
}
