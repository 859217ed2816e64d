import pg from 'pg';

/** A statement as it was sent to PostgreSQL. */
export interface Statement {
  /** Under which a connection keeps it parsed; null where it is parsed anew each time. */
  readonly name: string | null;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements that `work` sends, in their order. Nothing else may use the database meanwhile. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const { prototype } = pg.Client;
  const query = Reflect.get(prototype, 'query') as (...args: unknown[]) => unknown;
  Reflect.set(prototype, 'query', function (this: pg.Client, ...args: unknown[]) {
    sent.push(statementOf(args));
    return query.apply(this, args);
  });
  try {
    await work();
  } finally {
    Reflect.set(prototype, 'query', query);
  }
  return sent;
}

function statementOf([first, values]: readonly unknown[]): Statement {
  if (typeof first === 'string') return { name: null, text: first, values: Array.isArray(values) ? values : [] };
  const { name = null, text, values: own = [] } = first as Partial<Statement> & { readonly text: string };
  return { name, text, values: own };
}
