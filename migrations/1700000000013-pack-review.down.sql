DROP FUNCTION bodies_with_due_reviews();
DROP POLICY crossing ON section;
REVOKE SELECT (body_id, review_look_at) ON section FROM gavel_crossing;
DROP INDEX section_to_look_at;
DROP TABLE section_comment;
ALTER TABLE body DROP COLUMN review_silence, DROP COLUMN review_days;
REVOKE UPDATE ON section FROM gavel_app;
ALTER TABLE section
  DROP CONSTRAINT section_reservation_is_written,
  DROP CONSTRAINT section_accepted_keeps_its_content,
  DROP CONSTRAINT section_in_review_has_a_date,
  DROP CONSTRAINT section_in_review_was_presented,
  DROP CONSTRAINT section_decider_is_known,
  DROP COLUMN by_silence,
  DROP COLUMN accepted_content,
  DROP COLUMN reservation_task_id,
  DROP COLUMN reservation,
  DROP COLUMN decision_note,
  DROP COLUMN decided_at,
  DROP COLUMN decided_by,
  DROP COLUMN review_look_at,
  DROP COLUMN review_due_on,
  DROP COLUMN presented_content,
  DROP COLUMN presented_persons,
  DROP COLUMN presented_sides,
  DROP COLUMN needs,
  DROP COLUMN summary,
  DROP COLUMN version,
  DROP COLUMN state_since,
  DROP COLUMN state;
