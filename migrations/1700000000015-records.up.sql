-- Records of handovers, signed by the key of the installation, and the files that are made of a pack.

-- The installation's own, and so of no body.
CREATE TABLE installation_key (
  id text PRIMARY KEY CONSTRAINT installation_key_is_a_fingerprint CHECK (id ~ '^[0-9a-f]{64}$'),
  algorithm text NOT NULL DEFAULT 'ed25519' CONSTRAINT installation_key_is_ed25519 CHECK (algorithm = 'ed25519'),
  public_key text NOT NULL,
  private_key text,
  made_at timestamptz NOT NULL,
  retired_at timestamptz,
  CONSTRAINT installation_key_signs_until_it_is_retired CHECK ((private_key IS NULL) = (retired_at IS NOT NULL))
);
CREATE UNIQUE INDEX installation_key_signs_alone ON installation_key ((retired_at IS NULL)) WHERE retired_at IS NULL;
COMMENT ON COLUMN installation_key.id IS 'SHA-256 of the public key (SPKI, DER), in hex: what people compare.';
COMMENT ON COLUMN installation_key.public_key IS 'SPKI, DER, in base64. Kept for ever: it verifies what it signed.';
COMMENT ON COLUMN installation_key.private_key IS
  'AES-256-GCM with the secret key of the installation, which is not in the database. Gone once another key has taken its place.';
GRANT SELECT, INSERT, UPDATE (private_key, retired_at) ON installation_key TO gavel_app;

CREATE TABLE handover_record (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  number integer NOT NULL CONSTRAINT record_numbers_count_from_one CHECK (number >= 1),
  reason text NOT NULL CONSTRAINT record_reason_is_known CHECK (reason IN ('signed', 'effect', 'asked')),
  signing_round integer NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  record text NOT NULL,
  sha256 text NOT NULL,
  pages jsonb NOT NULL,
  sums text NOT NULL,
  key_id text NOT NULL CONSTRAINT record_key_is_known REFERENCES installation_key (id),
  signature text NOT NULL,
  account_seq bigint NOT NULL,
  account_head text NOT NULL,
  PRIMARY KEY (body_id, handover_id, number),
  CONSTRAINT record_handover_is_known FOREIGN KEY (body_id, handover_id) REFERENCES handover (body_id, id),
  CONSTRAINT record_has_its_digest CHECK (sha256 = encode(sha256(convert_to(record, 'UTF8')), 'hex'))
);
CREATE UNIQUE INDEX record_is_made_once_for_a_reason ON handover_record (body_id, handover_id, reason, signing_round)
  WHERE reason <> 'asked';
CALL fence('handover_record');
COMMENT ON TABLE handover_record IS 'What a handover was when it was signed, when it took effect, or when the secretariat asked. Never altered.';
COMMENT ON COLUMN handover_record.record IS 'The canonical JSON whose digest the account names and the key signs.';
COMMENT ON COLUMN handover_record.pages IS 'The same for people, by file name: kept as it was made, so that an archive is always the same to the byte.';
COMMENT ON COLUMN handover_record.sums IS 'What the signature is of: the digests of record, pages and public key, as sha256sum writes them.';
COMMENT ON COLUMN handover_record.account_seq IS 'The newest entry of the account when it was made; the next one names the record.';

CREATE FUNCTION refuse_to_alter_a_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A record is never altered' USING ERRCODE = 'GV002';
END
$$;
CREATE TRIGGER record_is_never_altered BEFORE UPDATE OR DELETE ON handover_record
  FOR EACH ROW EXECUTE FUNCTION refuse_to_alter_a_record();
CREATE TRIGGER record_is_never_emptied BEFORE TRUNCATE ON handover_record
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_alter_a_record();
GRANT SELECT, INSERT ON handover_record TO gavel_app;

CREATE TABLE pack_file (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT pack_file_kind_is_known CHECK (kind IN ('archive', 'pack_pdf', 'record_pdf')),
  language text CONSTRAINT pack_file_language_is_known CHECK (language ~ '^[a-z]{2}$'),
  standard text CONSTRAINT pack_file_standard_is_known CHECK (standard IN ('ua-1', 'a-2a')),
  with_restricted boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'queued' CONSTRAINT pack_file_state_is_known CHECK (state IN ('queued', 'making', 'ready', 'failed')),
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  tries integer NOT NULL DEFAULT 0,
  lease_until timestamptz,
  problem text,
  sha256 text CONSTRAINT pack_file_digest_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint,
  asked_by key NOT NULL,
  asked_at timestamptz NOT NULL,
  made_at timestamptz,
  record_number integer,
  account_seq bigint,
  PRIMARY KEY (body_id, handover_id, id),
  CONSTRAINT pack_file_handover_is_known FOREIGN KEY (body_id, handover_id) REFERENCES handover (body_id, id),
  CONSTRAINT pack_file_person_is_known FOREIGN KEY (body_id, asked_by) REFERENCES person (body_id, id),
  CONSTRAINT pack_file_record_is_known FOREIGN KEY (body_id, handover_id, record_number)
    REFERENCES handover_record (body_id, handover_id, number),
  CONSTRAINT pack_file_that_is_ready_has_content
    CHECK ((state = 'ready') = (sha256 IS NOT NULL AND bytes IS NOT NULL AND made_at IS NOT NULL)),
  CONSTRAINT pack_file_that_failed_says_why CHECK ((state = 'failed') = (problem IS NOT NULL)),
  CONSTRAINT pack_file_is_of_a_record_or_of_a_pack CHECK ((kind = 'pack_pdf') = (record_number IS NULL)),
  CONSTRAINT pack_file_of_a_pack_says_of_which CHECK ((kind = 'pack_pdf') = (account_seq IS NOT NULL)),
  CONSTRAINT pack_pdf_has_language_and_standard
    CHECK ((kind <> 'archive') = (language IS NOT NULL) AND (kind <> 'archive') = (standard IS NOT NULL))
);
CREATE UNIQUE INDEX pack_file_is_made_once ON pack_file
  (body_id, handover_id, kind, record_number, account_seq, language, standard, with_restricted) NULLS NOT DISTINCT
  WHERE state <> 'failed';
CREATE INDEX pack_file_to_make ON pack_file (body_id) WHERE state IN ('queued', 'making');
CREATE INDEX pack_file_of_content ON pack_file (body_id, sha256) WHERE sha256 IS NOT NULL;
CALL fence('pack_file');
COMMENT ON COLUMN pack_file.standard IS 'Of a PDF: ua-1 for reading, a-2a for keeping.';
COMMENT ON COLUMN pack_file.account_seq IS 'Of a pack: the newest entry of the account when it was asked for. A pack that has not changed is not set again.';
COMMENT ON COLUMN pack_file.with_restricted IS 'Whether it tells what is restricted: such a file is only for those who may read that.';
COMMENT ON COLUMN pack_file.done IS 'How much of `total` is made: kilobytes of an archive, steps of a PDF.';
COMMENT ON COLUMN pack_file.lease_until IS 'While this lasts somebody is making it. By the real time, also where a demo''s clock stands.';
COMMENT ON COLUMN pack_file.problem IS 'A code, for people to be told in their language.';
GRANT SELECT, INSERT, UPDATE ON pack_file TO gavel_app;

-- The sweep must know where work waits before it can enter a body: files to make, and records that are due because a
-- handover was signed or has taken effect.
GRANT SELECT (body_id, handover_id, reason, signing_round) ON handover_record TO gavel_crossing;
GRANT SELECT (body_id, state, lease_until) ON pack_file TO gavel_crossing;
GRANT SELECT (body_id, id, state, signing_round, effected_at) ON handover TO gavel_crossing;
CREATE POLICY crossing ON handover_record FOR SELECT TO gavel_crossing USING (true);
CREATE POLICY crossing ON pack_file FOR SELECT TO gavel_crossing USING (true);
CREATE POLICY crossing ON handover FOR SELECT TO gavel_crossing USING (true);

-- Handovers of which a record is due, and why. Reasons that both hold are given one after the other.
CREATE FUNCTION records_due() RETURNS TABLE (body_id text, handover_id text, reason text, signing_round integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT h.body_id::text, h.id::text, r.reason, h.signing_round
  FROM handover h
  CROSS JOIN LATERAL (VALUES ('signed', h.state = 'signed'), ('effect', h.effected_at IS NOT NULL)) AS r (reason, holds)
  WHERE r.holds AND NOT EXISTS (
    SELECT FROM handover_record k
    WHERE k.body_id = h.body_id AND k.handover_id = h.id AND k.reason = r.reason AND k.signing_round = h.signing_round)
  ORDER BY h.body_id, h.id, r.reason DESC
$$;
ALTER FUNCTION records_due() OWNER TO gavel_crossing;

CREATE FUNCTION bodies_with_files_to_make() RETURNS TABLE (body_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT f.body_id::text FROM pack_file f
  WHERE f.state IN ('queued', 'making') AND (f.lease_until IS NULL OR f.lease_until <= clock_timestamp())
  ORDER BY 1
$$;
ALTER FUNCTION bodies_with_files_to_make() OWNER TO gavel_crossing;
