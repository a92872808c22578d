import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until the condition holds, asking every 10 ms; throws after `msMax`. The default of a minute is for machines that are slow and busy: who waits
 * for something that must come gives no shorter one. The condition must hold for good once it holds; what may pass in between is not seen.
 */
export async function until(condition: () => boolean | Promise<boolean>, msMax = 60_000): Promise<void> {
  for (const deadline = Date.now() + msMax; !(await condition()); await sleep(10)) {
    if (Date.now() > deadline) throw new Error(`Waited ${msMax} ms in vain for: ${condition.toString()}`);
  }
}
