export type WorkGroup = 'orders' | 'tenders' | 'uploads' | 'messages' | 'partners';

/** One thing that waits for somebody here. */
export interface WorkItem {
  key: string;
  group: WorkGroup;
  /** Name of its sentence in the messages of the home page. */
  sentence: string;
  values: Record<string, string | number>;
  to: string;
  since: string | undefined;
  dueOn: string | undefined;
  urgent: boolean;
}
