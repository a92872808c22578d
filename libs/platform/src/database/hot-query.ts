import pg from 'pg';

/** What of pg's connection a query uses; the same door that pg-cursor and pg-copy-streams come through. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Readonly<Record<string, string | undefined>>;
  parse(what: { name: string; text: string }): void;
  bind(what: { statement: string; values: readonly unknown[] }): void;
  describe(what: { type: 'P'; name: string }): void;
  execute(what: object): void;
  sync(): void;
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

type Cell = (text: string) => unknown;

/** What pg does with a type it knows nothing of: the text stays. */
const asItCame = pg.types.getTypeParser(0 as never) as Cell;

/** The columns of a statement, learnt from its first reply. */
class Columns {
  private readonly names: readonly string[];
  private readonly cells: readonly (Cell | undefined)[];
  private readonly empty: Readonly<Record<string, unknown>>;

  constructor(fields: readonly Field[]) {
    this.names = fields.map(({ name }) => name);
    this.cells = fields.map(({ dataTypeID }) => {
      const cell = pg.types.getTypeParser(dataTypeID, 'text') as Cell;
      return cell === asItCame ? undefined : cell;
    });
    this.empty = Object.fromEntries(this.names.map((name) => [name, null]));
  }

  row(fields: readonly (string | null)[]): Record<string, unknown> {
    const row = { ...this.empty };
    for (let i = 0; i < fields.length; i++) {
      const text = fields[i];
      if (text === null || text === undefined) continue;
      const cell = this.cells[i];
      row[this.names[i] as string] = cell ? cell(text) : text;
    }
    return row;
  }
}

/** A prepared statement of a pool: its name on every connection, and what its rows look like once one has come. */
export interface HotStatement {
  readonly name: string;
  readonly text: string;
  columns?: Columns;
}

/**
 * One execution of a prepared statement. pg asks the server to describe the columns on every execution, and works out their
 * parsers anew; with forty columns that is a fifth of a small read on both sides. Here they are asked for when a connection
 * prepares the statement. Hand it to `client.query`; it is settled when the server is ready for the next one.
 */
export class HotQuery<T> {
  private readonly rows: T[] = [];
  private failure: Error | undefined;

  constructor(
    private readonly statement: HotStatement,
    private readonly values: readonly (string | null)[],
    private readonly settle: (error: Error | undefined, rows: T[]) => void,
  ) {}

  /** pg notes under it what a connection has prepared. */
  get name(): string {
    return this.statement.name;
  }

  get text(): string {
    return this.statement.text;
  }

  submit(wire: Wire): null {
    const { name, text, columns } = this.statement;
    const prepared = wire.parsedStatements[name] !== undefined;
    wire.stream.cork();
    if (!prepared) wire.parse({ name, text });
    wire.bind({ statement: name, values: this.values });
    if (!prepared || !columns) wire.describe({ type: 'P', name: '' });
    wire.execute({});
    wire.sync();
    wire.stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.statement.columns = new Columns(fields);
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    try {
      if (!this.failure) this.rows.push((this.statement.columns as Columns).row(fields) as T);
    } catch (error) {
      this.failure = error as Error;
    }
  }

  handleCommandComplete(): void {
    // The rows are settled when the server is ready again.
  }

  handleEmptyQuery(): void {
    this.failure = new Error(`${this.statement.name} is an empty statement`);
  }

  handleError(error: Error): void {
    this.settle(error, []);
  }

  handleReadyForQuery(): void {
    this.settle(this.failure, this.rows);
  }
}
