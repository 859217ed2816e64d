import { RABAT, type RabatHandover } from '../support/rabat.js';

/** Settles tasks in the database itself: how they get there is for the tests of tasks. @param where in SQL. */
export async function settleTasks(rabat: RabatHandover, where: string): Promise<void> {
  await rabat.database.change(RABAT, (em) =>
    em.query(
      `UPDATE task SET state = 'accepted', submitted_sides = '{secretariat}', submitted_persons = '{sec-2}' WHERE ${where}`,
    ),
  );
}
