-- The rotation: terms, who holds them, and the rule that a body has one chair at a time.

CREATE TABLE term (
  body_id key NOT NULL CONSTRAINT term_belongs_to_a_body REFERENCES body,
  id key NOT NULL,
  kind text NOT NULL CONSTRAINT term_kind_is_known CHECK (kind IN ('regular', 'caretaker', 'bridging', 'vacancy')),
  state text NOT NULL CONSTRAINT term_state_is_known
    CHECK (state IN ('proposed', 'confirmed', 'serving', 'suspended', 'concluded', 'lapsed')),
  position numeric NOT NULL,
  planned_start date,
  planned_end date,
  effective_start date,
  effective_end date,
  start_precision text NOT NULL DEFAULT 'day' CONSTRAINT term_start_precision_is_known
    CHECK (start_precision IN ('day', 'month', 'year', 'approximate', 'unknown')),
  end_precision text NOT NULL DEFAULT 'day' CONSTRAINT term_end_precision_is_known
    CHECK (end_precision IN ('day', 'month', 'year', 'approximate', 'unknown')),
  label text,
  boundary text NOT NULL CONSTRAINT term_boundary_is_known CHECK (boundary IN ('shared_day', 'inclusive')),
  certainty text NOT NULL CONSTRAINT term_certainty_is_known CHECK (certainty IN ('confirmed', 'uncertain', 'disputed')),
  certainty_note text,
  pauses jsonb NOT NULL DEFAULT '[]',
  sources text[] NOT NULL DEFAULT '{}',
  remarks jsonb NOT NULL DEFAULT '{}',
  chair_from timestamptz,
  chair_until timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, id),
  -- A term that began earlier than planned may also be planned to end before the day on which it was to begin.
  CONSTRAINT term_planned_end_is_after_its_start
    CHECK (planned_end >= planned_start OR effective_start IS NOT NULL AND planned_end >= effective_start),
  CONSTRAINT term_effective_end_is_after_its_start CHECK (effective_end >= effective_start),
  CONSTRAINT term_chair_ends_after_it_begins CHECK (chair_until > chair_from),
  -- Whoever chaired on days that are known says from which instant to which, or the rule below would not see them.
  CONSTRAINT term_in_the_chair_says_when CHECK (
    CASE
      WHEN certainty = 'disputed' OR state IN ('proposed', 'confirmed', 'lapsed')
        THEN chair_from IS NULL AND chair_until IS NULL
      WHEN state IN ('serving', 'suspended')
        THEN chair_until IS NULL AND (chair_from IS NOT NULL OR start_precision <> 'day' OR effective_start IS NULL)
      ELSE (chair_from IS NULL) = (chair_until IS NULL) AND (chair_from IS NOT NULL
        OR start_precision <> 'day' OR effective_start IS NULL OR end_precision <> 'day' OR effective_end IS NULL)
    END),
  CONSTRAINT term_one_chair_at_any_instant EXCLUDE USING gist
    ((body_id::text) WITH =, tstzrange(chair_from, chair_until) WITH &&) WHERE (chair_from IS NOT NULL)
);
CREATE UNIQUE INDEX term_one_is_serving ON term (body_id)
  WHERE state IN ('serving', 'suspended') AND certainty <> 'disputed';
CREATE INDEX term_in_order ON term (body_id, position, id);
CALL fence('term');
COMMENT ON COLUMN term.certainty IS 'disputed: a claim to the chair that a rival contests. It is no chair, so there may be several at once.';
COMMENT ON COLUMN term.remarks IS 'What an imported rotation tells of the term beside its dates: ceremony, place, notes.';
COMMENT ON COLUMN term.chair_from IS 'The instant from which this term is the legal chair; null until it serves, or when the day is not known.';
COMMENT ON COLUMN term.chair_until IS 'The first instant at which it is not any more; null while it serves.';

CREATE TABLE term_holder (
  body_id key NOT NULL,
  term_id key NOT NULL,
  member_id key NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (body_id, term_id, member_id),
  CONSTRAINT holder_term_is_known FOREIGN KEY (body_id, term_id) REFERENCES term (body_id, id),
  CONSTRAINT holder_member_is_known FOREIGN KEY (body_id, member_id) REFERENCES member (body_id, id)
);
CALL fence('term_holder');

CREATE TABLE term_revision (
  body_id key NOT NULL,
  term_id key NOT NULL,
  version integer NOT NULL,
  account_seq bigint NOT NULL,
  move text NOT NULL,
  changed jsonb NOT NULL,
  decided_by text NOT NULL,
  PRIMARY KEY (body_id, term_id, version),
  CONSTRAINT revision_term_is_known FOREIGN KEY (body_id, term_id) REFERENCES term (body_id, id)
);
COMMENT ON TABLE term_revision IS
  'Each change of a term that someone decided, with the reference of the decision; who, when and why stand in the account of the body.';
CALL fence('term_revision');

GRANT SELECT, INSERT, UPDATE, DELETE ON term, term_holder TO gavel_app;
GRANT SELECT, INSERT ON term_revision TO gavel_app;
