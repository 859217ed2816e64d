-- The review of the pack, section by section: what is presented, what the incoming chair decides, and what is said about it.

ALTER TABLE section
  ADD COLUMN state text NOT NULL DEFAULT 'drafting' CONSTRAINT section_state_is_known
    CHECK (state IN ('drafting', 'in_review', 'accepted', 'accepted_with_reservation', 'returned')),
  ADD COLUMN state_since timestamptz NOT NULL DEFAULT gavel_now(),
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN summary text NOT NULL DEFAULT '',
  ADD COLUMN needs text NOT NULL DEFAULT '',
  ADD COLUMN presented_sides text[],
  ADD COLUMN presented_persons text[],
  ADD COLUMN presented_content jsonb,
  ADD COLUMN review_due_on date,
  ADD COLUMN review_look_at timestamptz,
  ADD COLUMN decided_by key,
  ADD COLUMN decided_at timestamptz,
  ADD COLUMN decision_note text,
  ADD COLUMN reservation text,
  ADD COLUMN reservation_task_id key,
  ADD COLUMN accepted_content jsonb,
  ADD COLUMN by_silence boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT section_decider_is_known FOREIGN KEY (body_id, decided_by) REFERENCES person (body_id, id),
  ADD CONSTRAINT section_in_review_was_presented CHECK (state = 'drafting'
    OR (presented_sides IS NOT NULL AND presented_persons IS NOT NULL AND presented_content IS NOT NULL)),
  ADD CONSTRAINT section_in_review_has_a_date CHECK (state <> 'in_review' OR review_due_on IS NOT NULL),
  ADD CONSTRAINT section_accepted_keeps_its_content CHECK (state NOT IN ('accepted', 'accepted_with_reservation')
    OR (accepted_content IS NOT NULL AND decided_at IS NOT NULL AND (by_silence OR decided_by IS NOT NULL))),
  ADD CONSTRAINT section_reservation_is_written CHECK (state <> 'accepted_with_reservation' OR reservation IS NOT NULL);
COMMENT ON COLUMN section.needs IS 'What the incoming chair needs to do, as those who present the section put it.';
COMMENT ON COLUMN section.presented_content IS 'What was sent for review: tasks, documents and references, summary. What no longer is like this goes back to drafting.';
COMMENT ON COLUMN section.accepted_content IS 'What was accepted last, kept when the section is reopened: what has changed since is told against it.';
COMMENT ON COLUMN section.review_due_on IS 'In working days of the incoming chair from the day on which it was presented.';
COMMENT ON COLUMN section.review_look_at IS 'When its review is to be looked at by the clock: a reminder, or acceptance by silence.';
COMMENT ON COLUMN section.reservation_task_id IS 'The task that came of a reservation, owed by one of the chairs.';
GRANT UPDATE ON section TO gavel_app;

ALTER TABLE body
  ADD COLUMN review_days integer NOT NULL DEFAULT 5 CONSTRAINT body_review_days_are_some CHECK (review_days BETWEEN 1 AND 60),
  ADD COLUMN review_silence text NOT NULL DEFAULT 'waits' CONSTRAINT body_review_silence_is_known
    CHECK (review_silence IN ('waits', 'accepts'));
COMMENT ON COLUMN body.review_silence IS 'What becomes of a section that nobody has decided on by its day: it waits and reminds, or it counts as accepted.';

CREATE TABLE section_comment (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  section_id key NOT NULL,
  id uuid NOT NULL,
  parent_id uuid,
  author_id key NOT NULL,
  at timestamptz NOT NULL,
  text text NOT NULL,
  mentions text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (body_id, handover_id, section_id, id),
  CONSTRAINT section_comment_section_is_known FOREIGN KEY (body_id, handover_id, section_id)
    REFERENCES section (body_id, handover_id, id),
  CONSTRAINT section_comment_answers_one_of_its_section FOREIGN KEY (body_id, handover_id, section_id, parent_id)
    REFERENCES section_comment (body_id, handover_id, section_id, id),
  CONSTRAINT section_comment_author_is_known FOREIGN KEY (body_id, author_id) REFERENCES person (body_id, id)
);
CALL fence('section_comment');
COMMENT ON COLUMN section_comment.mentions IS 'Ids of the people who are told of it; each works in the handover.';
GRANT SELECT, INSERT ON section_comment TO gavel_app;

-- The sweep must know where a review has come to its day before it can enter a body.
CREATE INDEX section_to_look_at ON section (review_look_at) WHERE review_look_at IS NOT NULL;
GRANT SELECT (body_id, review_look_at) ON section TO gavel_crossing;
CREATE POLICY crossing ON section FOR SELECT TO gavel_crossing USING (true);
CREATE FUNCTION bodies_with_due_reviews() RETURNS TABLE (body_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT s.body_id::text FROM section s WHERE s.review_look_at <= gavel_now() ORDER BY 1
$$;
ALTER FUNCTION bodies_with_due_reviews() OWNER TO gavel_crossing;
