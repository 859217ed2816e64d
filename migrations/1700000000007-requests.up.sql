-- Answers already given, so that a command sent twice happens once.

CREATE TABLE answered_request (
  body_id key NOT NULL CONSTRAINT answer_belongs_to_a_body REFERENCES body,
  person_id key NOT NULL,
  key text NOT NULL CONSTRAINT answer_key_is_short CHECK (length(key) BETWEEN 1 AND 255),
  request_hash text NOT NULL,
  answer text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (body_id, person_id, key)
);
CREATE INDEX answer_by_age ON answered_request (body_id, at);
CALL fence('answered_request');
COMMENT ON TABLE answered_request IS 'Kept for a day; only what was done is kept, a refusal may be asked again.';
COMMENT ON COLUMN answered_request.request_hash IS 'SHA-256 of method, address, expected version and body: the same key with another request is refused.';
GRANT SELECT, INSERT, DELETE ON answered_request TO gavel_app;

-- Readiness asks whether every migration has run.
GRANT SELECT ON schema_migration TO gavel_app;
