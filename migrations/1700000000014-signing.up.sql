-- What is signed and how the chair passed, what the side that gave it up may still do, what is added after the signing, and
-- commitments that are done.

ALTER TABLE signature
  ADD COLUMN declaration text,
  ADD COLUMN language text CONSTRAINT signature_language_is_known CHECK (language IN ('en', 'fr', 'pt', 'ar')),
  ADD COLUMN rank one_line,
  ADD COLUMN signed_name one_line,
  ADD COLUMN account_seq bigint,
  ADD COLUMN account_head text CONSTRAINT signature_head_is_sha256 CHECK (account_head ~ '^[0-9a-f]{64}$'),
  ADD COLUMN paper_sha256 text CONSTRAINT signature_paper_is_sha256 CHECK (paper_sha256 ~ '^[0-9a-f]{64}$'),
  ADD COLUMN paper_media_type text CONSTRAINT signature_paper_is_a_pdf CHECK (paper_media_type = 'application/pdf'),
  ADD COLUMN paper_bytes bigint,
  ADD CONSTRAINT signature_paper_is_whole
    CHECK ((paper_sha256 IS NULL) = (paper_media_type IS NULL) AND (paper_sha256 IS NULL) = (paper_bytes IS NULL)),
  ADD CONSTRAINT signature_declares_all_or_nothing
    CHECK ((declaration IS NULL) = (language IS NULL) AND (declaration IS NULL) = (rank IS NULL)
      AND (declaration IS NULL) = (signed_name IS NULL));
COMMENT ON COLUMN signature.declaration IS 'The words that were signed, with those that were typed to confirm them; null where only the moment was kept.';
COMMENT ON COLUMN signature.rank IS 'The office or rank of the person who signed, in their own words.';
COMMENT ON COLUMN signature.account_seq IS 'The newest entry of the account when it was signed: with account_head what the signature is about.';
COMMENT ON COLUMN signature.paper_sha256 IS 'Of the scanned paper, where one was signed by hand; the store keeps it under this.';

CREATE TABLE addendum (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  number integer NOT NULL CONSTRAINT addenda_count_from_one CHECK (number >= 1),
  title one_line NOT NULL,
  text text NOT NULL,
  added_by key NOT NULL,
  added_at timestamptz NOT NULL,
  sha256 text CONSTRAINT addendum_digest_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint CONSTRAINT addendum_has_content CHECK (bytes > 0),
  media_type text,
  file_name one_line CONSTRAINT addendum_file_name_has_no_path CHECK (file_name !~ '[/\\]'),
  PRIMARY KEY (body_id, handover_id, number),
  CONSTRAINT addendum_handover_is_known FOREIGN KEY (body_id, handover_id) REFERENCES handover (body_id, id),
  CONSTRAINT addendum_person_is_known FOREIGN KEY (body_id, added_by) REFERENCES person (body_id, id),
  CONSTRAINT addendum_document_is_whole
    CHECK ((sha256 IS NULL) = (bytes IS NULL) AND (sha256 IS NULL) = (media_type IS NULL) AND (sha256 IS NULL) = (file_name IS NULL))
);
CALL fence('addendum');
COMMENT ON TABLE addendum IS 'What came after the signing: it is added with a number, and changes nothing of what was signed.';
GRANT SELECT, INSERT ON addendum TO gavel_app;

ALTER TABLE handover
  ADD COLUMN effected_by text CONSTRAINT handover_effect_way_is_known
    CHECK (effected_by IN ('meeting', 'date', 'remote', 'decision')),
  ADD CONSTRAINT handover_by_decision_has_a_reference CHECK (effected_by IS DISTINCT FROM 'decision' OR effect_reference IS NOT NULL);
COMMENT ON COLUMN handover.effected_by IS 'How the chair passed: at the meeting, on its date, remotely, or by decision of the secretariat.';

ALTER TABLE task
  ADD COLUMN fulfilled_at timestamptz,
  ADD COLUMN fulfilled_by key,
  ADD CONSTRAINT task_fulfilled_is_a_commitment CHECK (fulfilled_at IS NULL OR state = 'committed'),
  ADD CONSTRAINT task_fulfilled_says_by_whom CHECK ((fulfilled_at IS NULL) = (fulfilled_by IS NULL)),
  ADD CONSTRAINT task_fulfilled_person_is_known FOREIGN KEY (body_id, fulfilled_by) REFERENCES person (body_id, id);
COMMENT ON COLUMN task.fulfilled_at IS 'When what the incoming chair took on was done: from then on it owes no reminder.';

ALTER TABLE body
  ADD COLUMN writes_after_days integer NOT NULL DEFAULT 30
    CONSTRAINT body_writes_after_is_bounded CHECK (writes_after_days BETWEEN 0 AND 3650),
  ADD COLUMN reads_after_days integer NOT NULL DEFAULT 365
    CONSTRAINT body_reads_after_is_bounded CHECK (reads_after_days BETWEEN 0 AND 36500),
  ADD CONSTRAINT body_reads_as_long_as_it_writes CHECK (reads_after_days >= writes_after_days);
COMMENT ON COLUMN body.writes_after_days IS 'Days after the chair has passed on which its former side may still change things; the last one counts.';
COMMENT ON COLUMN body.reads_after_days IS 'Days after the chair has passed on which its former side may still read; then only the archive.';

-- The day on which the chair passed, in the body's zone; null before, and where there is no such handover.
CREATE FUNCTION passed_on(in_body text, in_handover text) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (h.effected_at AT TIME ZONE b.zone)::date FROM handover h JOIN body b ON b.id = h.body_id
  WHERE h.body_id = in_body AND h.id = in_handover
$$;

-- As whom a person is in a handover at an instant: their own role on a side, and those of whom they stand in for. Days are
-- those of the body's zone. Without a handover only the secretariat has a side, and once the chair has passed its former
-- side has one for so many days.
CREATE FUNCTION hats_for_days(in_body text, in_handover text, acting text, at timestamptz, days integer) RETURNS jsonb
  LANGUAGE plpgsql STABLE AS $$
DECLARE
  today date := (SELECT (at AT TIME ZONE b.zone)::date FROM body b WHERE b.id = in_body);
  passed date := passed_on(in_body, in_handover);
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'side', sides.side, 'role', r.role)
        ORDER BY p.id <> acting, p.id, sides.side, r.role), '[]')
    FROM (SELECT acting AS id
          UNION
          SELECT s.person_id FROM stand_in s
          WHERE s.body_id = in_body AND s.stand_in_id = acting AND s.from_day <= today AND s.until_day > today) AS speaks_for
    JOIN person p ON p.body_id = in_body AND p.id = speaks_for.id AND (p.left_on IS NULL OR p.left_on > today)
    JOIN office o ON o.body_id = in_body AND o.id = p.office_id
    JOIN role_grant r ON r.body_id = in_body AND r.person_id = p.id
      AND r.from_day <= today AND (r.until_day IS NULL OR r.until_day > today)
    LEFT JOIN handover h ON h.body_id = in_body AND h.id = in_handover
    CROSS JOIN LATERAL (
      SELECT 'secretariat' AS side WHERE r.role = 'secretariat'
      UNION ALL
      SELECT 'outgoing' FROM term_holder t
      WHERE r.role IN ('delegate', 'lead') AND t.body_id = in_body AND t.term_id = h.outgoing_term_id AND t.member_id = o.member_id
        AND (passed IS NULL OR today <= passed + days)
      UNION ALL
      SELECT 'incoming' FROM term_holder t
      WHERE r.role IN ('delegate', 'lead') AND t.body_id = in_body AND t.term_id = h.incoming_term_id AND t.member_id = o.member_id
    ) AS sides
  );
END
$$;

-- As whom a person may speak and change things.
CREATE OR REPLACE FUNCTION hats_in_handover(in_body text, in_handover text, acting text, at timestamptz) RETURNS jsonb
  LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN hats_for_days(in_body, in_handover, acting, at, (SELECT b.writes_after_days FROM body b WHERE b.id = in_body));
END
$$;

-- As whom a person may read: for longer than they may write.
CREATE FUNCTION reading_hats(in_body text, in_handover text, acting text, at timestamptz) RETURNS jsonb
  LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN hats_for_days(in_body, in_handover, acting, at, (SELECT b.reads_after_days FROM body b WHERE b.id = in_body));
END
$$;

-- Everyone who works in a handover at an instant, with the sides they are on by themselves; those of the former chair while
-- they may read.
CREATE OR REPLACE FUNCTION people_of_handover(in_body text, in_handover text, at timestamptz)
  RETURNS TABLE (person_id text, sides text[]) LANGUAGE plpgsql STABLE AS $$
DECLARE
  today date := (SELECT (at AT TIME ZONE b.zone)::date FROM body b WHERE b.id = in_body);
  last_day date := passed_on(in_body, in_handover) + (SELECT b.reads_after_days FROM body b WHERE b.id = in_body);
BEGIN
  RETURN QUERY
    SELECT p.id::text, array_agg(DISTINCT sides.side ORDER BY sides.side)
    FROM handover h
    JOIN role_grant r ON r.body_id = in_body AND r.from_day <= today AND (r.until_day IS NULL OR r.until_day > today)
    JOIN person p ON p.body_id = in_body AND p.id = r.person_id AND (p.left_on IS NULL OR p.left_on > today)
    JOIN office o ON o.body_id = in_body AND o.id = p.office_id
    CROSS JOIN LATERAL (
      SELECT 'secretariat' AS side WHERE r.role = 'secretariat'
      UNION ALL
      SELECT CASE t.term_id WHEN h.outgoing_term_id THEN 'outgoing' ELSE 'incoming' END FROM term_holder t
      WHERE r.role IN ('delegate', 'lead') AND t.body_id = in_body AND t.member_id = o.member_id
        AND t.term_id IN (h.outgoing_term_id, h.incoming_term_id)
        AND (t.term_id = h.incoming_term_id OR last_day IS NULL OR today <= last_day)
    ) AS sides
    WHERE h.body_id = in_body AND h.id = in_handover
    GROUP BY p.id ORDER BY p.id;
END
$$;
