import { HANDOVER, must, RABAT, type RabatHandover } from './rabat.js';

/** Settles every task in the database itself, those of the aftercare aside: how they get there is for other tests. */
async function settleBefore(rabat: RabatHandover): Promise<void> {
  await rabat.database.change(RABAT, (em) =>
    em.query(
      `UPDATE task SET state = 'accepted', submitted_sides = '{secretariat}', submitted_persons = '{sec}'
       WHERE body_id = $1 AND handover_id = $2 AND (section_id <> 'AFT' OR blocks_handover) AND state <> 'committed'`,
      [RABAT, HANDOVER],
    ),
  );
}

/** The pack of the handover frozen on its day, and nothing in the way of the signatures. */
export async function bringToSigning(rabat: RabatHandover): Promise<void> {
  must(await rabat.tryHandover('sec', { move: 'prepare' }));
  await settleBefore(rabat);
  await rabat.acceptSections();
  await rabat.setClock('2024-02-01T09:00:00.000Z');
  must(await rabat.tryHandover('sec', { move: 'freeze' }));
}

/** Gives the chair back in the database itself, so that it can be passed once more: no use case does. */
export async function takeChairBack(rabat: RabatHandover): Promise<void> {
  await rabat.database.change(RABAT, async (em) => {
    await em.query(
      `UPDATE term SET state = 'confirmed', effective_start = NULL, chair_from = NULL WHERE body_id = $1 AND id = '2024-pt'`,
      [RABAT],
    );
    await em.query(
      `UPDATE term SET state = 'serving', effective_end = NULL, chair_until = NULL WHERE body_id = $1 AND id = '2022-ma'`,
      [RABAT],
    );
    await em.query(
      `UPDATE handover SET state = 'signing', effected_at = NULL, effected_how = NULL, effected_by = NULL,
         effect_reference = NULL WHERE body_id = $1 AND id = $2`,
      [RABAT, HANDOVER],
    );
  });
}
