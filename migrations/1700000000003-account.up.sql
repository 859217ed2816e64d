-- The account: an append-only chain of entries per stream (a handover, or the body itself).

CREATE TABLE account (
  body_id key NOT NULL CONSTRAINT account_belongs_to_a_body REFERENCES body,
  stream key NOT NULL,
  seq bigint NOT NULL DEFAULT 0,
  head text NOT NULL DEFAULT repeat('0', 64),
  PRIMARY KEY (body_id, stream)
);
CALL fence('account');
COMMENT ON TABLE account IS 'The head of each chain. Its row is the lock of the stream: whoever changes a handover locks it first.';
COMMENT ON COLUMN account.stream IS 'A handover''s id, or "body" for what concerns no single handover.';

CREATE TABLE account_entry (
  body_id key NOT NULL,
  stream key NOT NULL,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  entry text NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (body_id, stream, seq),
  CONSTRAINT entry_belongs_to_an_account FOREIGN KEY (body_id, stream) REFERENCES account (body_id, stream),
  CONSTRAINT entry_hash_follows_from_the_one_before
    CHECK (hash = encode(sha256(convert_to(prev_hash || entry, 'UTF8')), 'hex'))
);
CREATE INDEX entry_of_subject ON account_entry (body_id, stream, subject, seq);
CALL fence('account_entry');
COMMENT ON COLUMN account_entry.entry IS 'The canonical JSON that was hashed; the other columns repeat parts of it for reading.';

CREATE TABLE account_text (
  body_id key NOT NULL,
  stream key NOT NULL,
  seq bigint NOT NULL,
  key text NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (body_id, stream, seq),
  CONSTRAINT text_belongs_to_an_entry FOREIGN KEY (body_id, stream, seq) REFERENCES account_entry (body_id, stream, seq)
);
CALL fence('account_text');
COMMENT ON TABLE account_text IS
  'What people wrote. The chain holds only a keyed digest, so that a text can be erased and the chain still verifies.';

CREATE FUNCTION refuse_to_alter_the_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The account is only ever added to' USING ERRCODE = 'GV002';
END
$$;
CREATE TRIGGER account_entry_is_never_altered BEFORE UPDATE OR DELETE ON account_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_to_alter_the_account();
CREATE TRIGGER account_entry_is_never_emptied BEFORE TRUNCATE ON account_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_alter_the_account();
CREATE TRIGGER account_text_is_never_rewritten BEFORE UPDATE ON account_text
  FOR EACH ROW EXECUTE FUNCTION refuse_to_alter_the_account();
CREATE TRIGGER account_is_never_removed BEFORE DELETE ON account
  FOR EACH ROW EXECUTE FUNCTION refuse_to_alter_the_account();

GRANT SELECT, INSERT ON account_entry TO gavel_app;
GRANT SELECT, INSERT, UPDATE ON account TO gavel_app;
GRANT SELECT, INSERT, DELETE ON account_text TO gavel_app;
