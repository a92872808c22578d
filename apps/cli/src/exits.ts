/** Exit codes: what a script may rely on. */
export const exits = {
  /** Something was found or refused in the content: rows with errors, an upload that waits. */
  findings: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A file, the network or the database could not be reached. */
  failed: 3,
  /** The hub refused: no right, no key. */
  refused: 4,
} as const;

/** An error that knows its exit code. */
export class Ended extends Error {
  constructor(code: number, message: string) {
    super(message);
    process.exitCode = code;
  }
}
