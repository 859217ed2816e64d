-- Answers already given, so that a command sent twice happens once.

CREATE TABLE answered_request (
  body_id key NOT NULL CONSTRAINT answer_belongs_to_a_body REFERENCES body,
  person_id key NOT NULL,
  key text NOT NULL CONSTRAINT answer_key_is_short CHECK (length(key) BETWEEN 1 AND 255),
  request_hash text NOT NULL,
  status integer NOT NULL,
  headers jsonb NOT NULL,
  answer text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (body_id, person_id, key)
);
CREATE INDEX answer_by_age ON answered_request (body_id, at);
CALL fence('answered_request');
GRANT SELECT, INSERT, DELETE ON answered_request TO gavel_app;
