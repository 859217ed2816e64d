-- Signing in: links by mail, what was proved so far, second factors, and how often somebody may try. All of it goes by the
-- real time, also where a demo's clock stands or jumps.

-- A link belongs to an address, not to a body: for an address that nobody has a row is written all the same, so that
-- nothing tells the one from the other.
CREATE TABLE sign_in_link (
  id uuid PRIMARY KEY,
  address text NOT NULL CONSTRAINT link_address_is_short CHECK (length(address) BETWEEN 3 AND 254),
  browser_hash text NOT NULL,
  link_hash text NOT NULL CONSTRAINT link_secret_is_unique UNIQUE,
  code_hash text NOT NULL,
  tries_left smallint NOT NULL DEFAULT 5 CONSTRAINT link_tries_end CHECK (tries_left >= 0),
  next text NOT NULL CONSTRAINT link_next_is_short CHECK (length(next) <= 2000),
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT link_is_short_lived CHECK (expires_at <= asked_at + interval '10 minutes')
);
CREATE INDEX link_of_browser ON sign_in_link (browser_hash, asked_at);
CREATE INDEX link_by_age ON sign_in_link (expires_at);
COMMENT ON COLUMN sign_in_link.address IS 'In small letters. Rows are removed once they have expired.';
COMMENT ON COLUMN sign_in_link.browser_hash IS 'SHA-256 of the cookie of the browser that asked: the link works nowhere else.';
COMMENT ON COLUMN sign_in_link.link_hash IS 'SHA-256 of the 256-bit secret in the link.';
COMMENT ON COLUMN sign_in_link.code_hash IS 'HMAC of the six digits with the key of the installation: a plain hash of six digits hides nothing.';
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_link TO gavel_app;

-- What somebody has proved on the way to a session. It opens the page of the second factor and nothing else.
CREATE TABLE half_session (
  body_id key NOT NULL,
  secret_hash text NOT NULL,
  person_id key NOT NULL,
  purpose text NOT NULL CONSTRAINT half_session_purpose_is_known CHECK (purpose IN ('sign_in', 'again', 'add')),
  next text NOT NULL CONSTRAINT half_session_next_is_short CHECK (length(next) <= 2000),
  challenge text,
  new_totp text,
  began_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (body_id, secret_hash),
  CONSTRAINT half_session_person_is_known FOREIGN KEY (body_id, person_id) REFERENCES person (body_id, id),
  CONSTRAINT half_session_is_short_lived CHECK (expires_at <= began_at + interval '15 minutes')
);
CREATE INDEX half_session_by_secret ON half_session (secret_hash);
CREATE INDEX half_session_by_age ON half_session (body_id, expires_at);
CALL fence('half_session');
COMMENT ON TABLE half_session IS 'One row for each person whom the address belongs to, in whichever body; the cookie is the same.';
COMMENT ON COLUMN half_session.purpose IS
  'sign_in: the address is proved; again: a session asks its holder once more; add: a session, just proved, adds a factor.';
COMMENT ON COLUMN half_session.challenge IS 'What the next answer of a passkey has to sign; taken away by that answer.';
COMMENT ON COLUMN half_session.new_totp IS 'The sealed secret of an app that is being set up, until a code of it was seen.';
GRANT SELECT, INSERT, UPDATE, DELETE ON half_session TO gavel_app;

CREATE TABLE second_factor (
  body_id key NOT NULL,
  id uuid NOT NULL,
  person_id key NOT NULL,
  kind text NOT NULL CONSTRAINT factor_kind_is_known CHECK (kind IN ('passkey', 'totp')),
  credential_id text,
  public_key text,
  sign_count bigint,
  transports text[],
  sealed_secret text,
  last_step bigint,
  added_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (body_id, id),
  CONSTRAINT factor_person_is_known FOREIGN KEY (body_id, person_id) REFERENCES person (body_id, id),
  CONSTRAINT factor_passkey_is_whole
    CHECK ((kind = 'passkey') = (credential_id IS NOT NULL AND public_key IS NOT NULL AND sign_count IS NOT NULL)),
  CONSTRAINT factor_totp_is_whole CHECK ((kind = 'totp') = (sealed_secret IS NOT NULL AND last_step IS NOT NULL))
);
CREATE INDEX factor_of_person ON second_factor (body_id, person_id);
CREATE UNIQUE INDEX factor_credential_is_known_once ON second_factor (body_id, credential_id);
CREATE UNIQUE INDEX factor_totp_is_one ON second_factor (body_id, person_id) WHERE kind = 'totp';
CALL fence('second_factor');
COMMENT ON COLUMN second_factor.public_key IS 'COSE key in base64url.';
COMMENT ON COLUMN second_factor.sealed_secret IS 'AES-256-GCM with the key of the installation, which is not in the database.';
COMMENT ON COLUMN second_factor.last_step IS 'The thirty seconds whose code was used last: it and all before it are refused.';
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor TO gavel_app;

CREATE TABLE recovery_code (
  body_id key NOT NULL,
  person_id key NOT NULL,
  hash text NOT NULL,
  salt text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (body_id, person_id, hash),
  CONSTRAINT recovery_person_is_known FOREIGN KEY (body_id, person_id) REFERENCES person (body_id, id)
);
CALL fence('recovery_code');
COMMENT ON COLUMN recovery_code.hash IS 'scrypt of the code with the salt; the codes themselves are shown once and never kept.';
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code TO gavel_app;

-- Whom an address belongs to, in any body: asked before it is known which body it is about.
GRANT SELECT (mail) ON person TO gavel_crossing;
CREATE INDEX person_of_mail ON person (lower(mail));
CREATE FUNCTION find_people_of(address text)
  RETURNS TABLE (body_id text, person_id text, name text, mail text, language text, body_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.body_id::text, p.id::text, p.name::text, p.mail::text, p.language, b.short_name::text
  FROM person p
  JOIN body b ON b.id = p.body_id
  WHERE lower(p.mail) = lower(address)
    AND (p.left_on IS NULL OR p.left_on > (gavel_now() AT TIME ZONE b.zone)::date)
  ORDER BY b.short_name, p.body_id
$$;
ALTER FUNCTION find_people_of(text) OWNER TO gavel_crossing;

-- Who is half-way through signing in: a row for each body that they may choose.
GRANT SELECT (body_id, secret_hash, person_id, purpose, next, expires_at) ON half_session TO gavel_crossing;
CREATE POLICY crossing ON half_session FOR SELECT TO gavel_crossing USING (true);
CREATE FUNCTION find_half_session(hash text)
  RETURNS TABLE (body_id text, person_id text, name text, mail text, language text, body_name text, purpose text, next text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT h.body_id::text, h.person_id::text, p.name::text, p.mail::text, p.language, b.short_name::text, h.purpose, h.next
  FROM half_session h
  JOIN body b ON b.id = h.body_id
  JOIN person p ON p.body_id = h.body_id AND p.id = h.person_id
  WHERE h.secret_hash = hash AND h.expires_at > clock_timestamp()
    AND (p.left_on IS NULL OR p.left_on > (gavel_now() AT TIME ZONE b.zone)::date)
  ORDER BY b.short_name, h.body_id
$$;
ALTER FUNCTION find_half_session(text) OWNER TO gavel_crossing;

-- How often somebody tried, of the last hour. Who it was is a keyed digest: of an address, a person, an IP address.
CREATE TABLE sign_in_try (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  who text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX try_of_someone ON sign_in_try (kind, who, at);
CREATE INDEX try_by_age ON sign_in_try (at);
GRANT SELECT, INSERT, DELETE ON sign_in_try TO gavel_app;

-- Notes one more try and gives its id; or no id, and the seconds until there is room for one. One at a time for each of
-- them, so that a hundred tries at once are counted like a hundred in a row.
CREATE FUNCTION note_try(kind_of text, by_whom text, most integer, period interval)
  RETURNS TABLE (try_id bigint, wait integer) LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  earlier timestamptz[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(kind_of || ' ' || by_whom, 0));
  DELETE FROM sign_in_try WHERE at < clock_timestamp() - interval '1 hour';
  earlier := ARRAY(
    SELECT t.at FROM sign_in_try t
    WHERE t.kind = kind_of AND t.who = by_whom AND t.at > clock_timestamp() - period ORDER BY t.at DESC LIMIT most);
  IF cardinality(earlier) >= most THEN
    RETURN QUERY SELECT NULL::bigint, greatest(1, ceil(extract(epoch FROM earlier[most] + period - clock_timestamp())))::integer;
    RETURN;
  END IF;
  RETURN QUERY INSERT INTO sign_in_try (kind, who, at) VALUES (kind_of, by_whom, clock_timestamp()) RETURNING id, 0;
END
$$;
