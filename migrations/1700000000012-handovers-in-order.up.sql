-- Handovers in the order in which pages list and choose them, so that among many only those are looked at that are shown.

CREATE INDEX handover_latest_first ON handover (body_id, handover_date DESC NULLS FIRST, id);
CREATE INDEX handover_next_first ON handover (body_id, (state = 'effected'), handover_date, id)
  WHERE state NOT IN ('closed', 'cancelled');
