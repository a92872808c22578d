/** How bad a finding is: an `error` means the document must not be acted on as it stands. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One finding in a document. `at` is the address in the format's own words (`PO1[3]02`, `Order/OrderLine[2]/LineItem/Quantity`),
 * `line` and `column` count from 1, `position` is the number of an X12 segment in its set (ST is 1); `code` is SCREAMING_SNAKE and stable; `message` is one English sentence for a person.
 */
export interface Problem {
  at: string;
  line?: number;
  column?: number;
  position?: number;
  code: string;
  message: string;
  severity: Severity;
}

/** What a decoder gives: the document as far as it could be read, and every problem at once. A document with errors is for showing, not for acting. */
export interface Decoded<T> {
  document?: T;
  problems: Problem[];
}

/** What an encoder gives: the text, and what of the document it could not say. With an error among the problems the text must not be sent. */
export interface Encoded {
  text: string;
  problems: Problem[];
}

/** Whether one of the problems is an error. */
export function hasError(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
