import type { DataSource, EntityManager } from 'typeorm';

/** Something that a process remembers of the rows of a database: of each one that it is connected to by itself. */
export function perDatabase<T extends object>(make: () => T): (em: EntityManager) => T {
  const kept = new WeakMap<DataSource, T>();
  return ({ dataSource }) => {
    const known = kept.get(dataSource) ?? make();
    kept.set(dataSource, known);
    return known;
  };
}
