/** Why the hub cannot start, in one sentence for whoever started it: shown without a stack, exit code 3. */
export class StartError extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'StartError';
  }
}
