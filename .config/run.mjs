// Shared by check, test and the CI script: runs steps one after the other and counts what their test runners report.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command to its end with inherited output; gives its exit code. */
export function command(file, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

export const node = (args, env) => command(process.execPath, args, env);
export const tool = (name, args, env) => node([path.join(root, 'node_modules', '.bin', name), ...args], env);

/** One jest tier; counts come from jest's own JSON, a suite that could not run counts as one failure. */
export async function jest(tier, args = []) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'entrepot-jest-'));
  const outputFile = path.join(folder, 'result.json');
  const code = await node(
    ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '-c', '.config/jest.config.mjs', '--json', `--outputFile=${outputFile}`, ...args],
    { TIER: tier },
  );
  try {
    const result = JSON.parse(readFileSync(outputFile, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return { passed: result.numPassedTests, failed: failed || (code === 0 ? 0 : 1), skipped: result.numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A step that passes or fails as a whole. */
export async function step(name, run) {
  const started = Date.now();
  const code = await run().catch((error) => {
    console.error(error);
    return 1;
  });
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

export const sum = (counts) => counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + (b.skipped ?? 0) }), { passed: 0, failed: 0, skipped: 0 });

export function closing(total) {
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
  return total.failed === 0 ? 0 : 1;
}
