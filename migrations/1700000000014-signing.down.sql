-- As whom a person may speak in a handover at an instant: their own role on a side, and those of whom they stand in for.
-- Days are those of the body's zone. Without a handover only the secretariat has a side.
CREATE OR REPLACE FUNCTION hats_in_handover(in_body text, in_handover text, acting text, at timestamptz) RETURNS jsonb
  LANGUAGE plpgsql STABLE AS $$
DECLARE
  today date := (SELECT (at AT TIME ZONE b.zone)::date FROM body b WHERE b.id = in_body);
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
      UNION ALL
      SELECT 'incoming' FROM term_holder t
      WHERE r.role IN ('delegate', 'lead') AND t.body_id = in_body AND t.term_id = h.incoming_term_id AND t.member_id = o.member_id
    ) AS sides
  );
END
$$;

-- Everyone who works in a handover at an instant, with the sides they are on by themselves.
CREATE OR REPLACE FUNCTION people_of_handover(in_body text, in_handover text, at timestamptz)
  RETURNS TABLE (person_id text, sides text[]) LANGUAGE plpgsql STABLE AS $$
DECLARE
  today date := (SELECT (at AT TIME ZONE b.zone)::date FROM body b WHERE b.id = in_body);
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
    ) AS sides
    WHERE h.body_id = in_body AND h.id = in_handover
    GROUP BY p.id ORDER BY p.id;
END
$$;

DROP FUNCTION reading_hats(text, text, text, timestamptz);
DROP FUNCTION hats_for_days(text, text, text, timestamptz, integer);
DROP FUNCTION passed_on(text, text);
ALTER TABLE body DROP CONSTRAINT body_reads_as_long_as_it_writes, DROP COLUMN writes_after_days, DROP COLUMN reads_after_days;
ALTER TABLE task DROP CONSTRAINT task_fulfilled_is_a_commitment, DROP CONSTRAINT task_fulfilled_says_by_whom,
  DROP COLUMN fulfilled_at, DROP COLUMN fulfilled_by;
ALTER TABLE handover DROP CONSTRAINT handover_by_decision_has_a_reference, DROP COLUMN effected_by;
DROP TABLE addendum;
ALTER TABLE signature DROP CONSTRAINT signature_paper_is_whole, DROP CONSTRAINT signature_declares_all_or_nothing,
  DROP COLUMN declaration, DROP COLUMN language, DROP COLUMN rank, DROP COLUMN signed_name, DROP COLUMN account_seq,
  DROP COLUMN account_head, DROP COLUMN paper_sha256, DROP COLUMN paper_media_type, DROP COLUMN paper_bytes;
