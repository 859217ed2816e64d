-- Meetings, templates, handovers with their checklists, and the plan's revisions.

CREATE TABLE meeting (
  body_id key NOT NULL CONSTRAINT meeting_belongs_to_a_body REFERENCES body,
  id key NOT NULL,
  title one_line NOT NULL,
  type text NOT NULL CONSTRAINT meeting_type_is_known
    CHECK (type IN ('som', 'ministerial', 'steering_committee', 'thematic', 'joint', 'special_event', 'online')),
  place one_line,
  country_id key,
  starts_on date,
  ends_on date,
  status text NOT NULL CONSTRAINT meeting_status_is_known
    CHECK (status IN ('announced', 'postponed', 'held', 'not_held', 'cancelled')),
  format text NOT NULL DEFAULT 'in_person' CONSTRAINT meeting_format_is_known CHECK (format IN ('in_person', 'online', 'hybrid')),
  facts jsonb NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, id),
  CONSTRAINT meeting_ends_after_it_starts CHECK (ends_on >= starts_on),
  CONSTRAINT meeting_has_both_days_or_none CHECK ((starts_on IS NULL) = (ends_on IS NULL))
);
CALL fence('meeting');

CREATE TABLE template (
  body_id key NOT NULL CONSTRAINT template_belongs_to_a_body REFERENCES body,
  id key NOT NULL,
  version text NOT NULL,
  content jsonb NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (body_id, id, version)
);
CALL fence('template');

CREATE TABLE handover (
  body_id key NOT NULL,
  id key NOT NULL,
  title one_line NOT NULL,
  outgoing_term_id key NOT NULL,
  incoming_term_id key NOT NULL,
  meeting_id key,
  template_id key NOT NULL,
  template_version text NOT NULL,
  state text NOT NULL CONSTRAINT handover_state_is_known
    CHECK (state IN ('planned', 'preparing', 'signing', 'signed', 'effected', 'closed', 'cancelled')),
  handover_date date,
  term_start date,
  outgoing_calendar_id key NOT NULL,
  incoming_calendar_id key NOT NULL,
  secretariat_calendar_id key NOT NULL,
  ladder jsonb NOT NULL,
  plan_revision integer NOT NULL DEFAULT 0,
  signing_round integer NOT NULL DEFAULT 0,
  ceremony_on date,
  effected_at timestamptz,
  effected_how text CONSTRAINT handover_effect_is_known
    CHECK (effected_how IN ('signed', 'without_signature')),
  effect_reference text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, id),
  CONSTRAINT handover_account_is_kept FOREIGN KEY (body_id, id) REFERENCES account (body_id, stream),
  CONSTRAINT handover_outgoing_term_is_known FOREIGN KEY (body_id, outgoing_term_id) REFERENCES term (body_id, id),
  CONSTRAINT handover_incoming_term_is_known FOREIGN KEY (body_id, incoming_term_id) REFERENCES term (body_id, id),
  CONSTRAINT handover_meeting_is_known FOREIGN KEY (body_id, meeting_id) REFERENCES meeting (body_id, id),
  CONSTRAINT handover_template_is_known FOREIGN KEY (body_id, template_id, template_version)
    REFERENCES template (body_id, id, version),
  CONSTRAINT handover_outgoing_calendar_is_known FOREIGN KEY (body_id, outgoing_calendar_id) REFERENCES calendar (body_id, id),
  CONSTRAINT handover_incoming_calendar_is_known FOREIGN KEY (body_id, incoming_calendar_id) REFERENCES calendar (body_id, id),
  CONSTRAINT handover_secretariat_calendar_is_known
    FOREIGN KEY (body_id, secretariat_calendar_id) REFERENCES calendar (body_id, id),
  CONSTRAINT handover_is_between_two_terms CHECK (outgoing_term_id <> incoming_term_id),
  CONSTRAINT handover_took_effect_at_an_instant
    CHECK ((state IN ('effected', 'closed')) = (effected_at IS NOT NULL)),
  CONSTRAINT handover_without_signature_has_a_reference
    CHECK (effected_how IS DISTINCT FROM 'without_signature' OR effect_reference IS NOT NULL)
);
CREATE UNIQUE INDEX handover_is_one_per_outgoing_term ON handover (body_id, outgoing_term_id) WHERE state <> 'cancelled';
CREATE UNIQUE INDEX handover_is_one_per_incoming_term ON handover (body_id, incoming_term_id) WHERE state <> 'cancelled';
CREATE INDEX handover_of_meeting ON handover (body_id, meeting_id);
CALL fence('handover');

CREATE TABLE signature (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  round integer NOT NULL,
  side text NOT NULL CONSTRAINT signature_side_is_a_chair CHECK (side IN ('outgoing', 'incoming')),
  person_id key NOT NULL,
  signed_for_id key NOT NULL,
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (body_id, handover_id, round, side),
  CONSTRAINT signature_handover_is_known FOREIGN KEY (body_id, handover_id) REFERENCES handover (body_id, id),
  CONSTRAINT signature_person_is_known FOREIGN KEY (body_id, person_id) REFERENCES person (body_id, id),
  CONSTRAINT signature_signed_for_is_known FOREIGN KEY (body_id, signed_for_id) REFERENCES person (body_id, id)
);
CALL fence('signature');
COMMENT ON COLUMN signature.round IS 'Signatures count only in the round the handover is in; reopening starts the next, and the old ones stay readable.';

CREATE TABLE section (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  id key NOT NULL,
  position integer NOT NULL,
  title jsonb NOT NULL,
  PRIMARY KEY (body_id, handover_id, id),
  CONSTRAINT section_handover_is_known FOREIGN KEY (body_id, handover_id) REFERENCES handover (body_id, id)
);
CALL fence('section');

CREATE TABLE task (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  id key NOT NULL,
  section_id key NOT NULL,
  position integer NOT NULL,
  title jsonb NOT NULL,
  description text NOT NULL,
  owner text NOT NULL CONSTRAINT task_owner_is_a_desk CHECK (owner IN ('outgoing', 'incoming', 'secretariat', 'joint')),
  accepted_by text CONSTRAINT task_acceptor_is_a_desk CHECK (accepted_by IN ('outgoing', 'incoming', 'secretariat', 'joint')),
  mandatory boolean NOT NULL,
  evidence text NOT NULL CONSTRAINT task_evidence_is_known CHECK (evidence IN ('required', 'optional', 'none')),
  evidence_kind text NOT NULL,
  marking text NOT NULL CONSTRAINT task_marking_is_known CHECK (marking IN ('public', 'participants', 'restricted')),
  blocks_handover boolean NOT NULL,
  due_anchor text NOT NULL CONSTRAINT task_anchor_is_known
    CHECK (due_anchor IN ('HANDOVER_DATE', 'TERM_START', 'MEETING_START', 'MEETING_END')),
  due_offset integer NOT NULL,
  due_unit text NOT NULL CONSTRAINT task_unit_is_known CHECK (due_unit IN ('calendar_days', 'working_days')),
  depends_on text[] NOT NULL DEFAULT '{}',
  office_id key,
  person_id key,
  state text NOT NULL DEFAULT 'open' CONSTRAINT task_state_is_known
    CHECK (state IN ('open', 'started', 'submitted', 'returned', 'accepted', 'waived', 'committed')),
  state_since timestamptz NOT NULL,
  due_on date,
  due_at timestamptz,
  due_because jsonb,
  compressed boolean NOT NULL DEFAULT false,
  pinned_on date,
  committed_on date,
  evidence_count integer NOT NULL DEFAULT 0,
  submitted_sides text[],
  submitted_persons text[],
  acceptances text[] NOT NULL DEFAULT '{}',
  waivers text[] NOT NULL DEFAULT '{}',
  agreed_persons text[] NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, handover_id, id),
  CONSTRAINT task_section_is_known FOREIGN KEY (body_id, handover_id, section_id) REFERENCES section (body_id, handover_id, id),
  CONSTRAINT task_office_is_known FOREIGN KEY (body_id, office_id) REFERENCES office (body_id, id),
  CONSTRAINT task_person_is_known FOREIGN KEY (body_id, person_id) REFERENCES person (body_id, id),
  CONSTRAINT task_due_day_has_an_instant CHECK ((due_on IS NULL) = (due_at IS NULL)),
  CONSTRAINT task_commitment_has_a_date CHECK (state <> 'committed' OR committed_on IS NOT NULL),
  CONSTRAINT task_submission_says_by_whom
    CHECK (state NOT IN ('submitted', 'accepted', 'returned') OR submitted_persons IS NOT NULL)
) WITH (fillfactor = 85);
CREATE INDEX task_of_person ON task (body_id, person_id, due_at) WHERE person_id IS NOT NULL;
CALL fence('task');
COMMENT ON COLUMN task.depends_on IS 'Ids of tasks of the same handover that must be settled first; the template was checked for cycles.';

CREATE TABLE evidence (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  task_id key NOT NULL,
  id uuid NOT NULL,
  title one_line NOT NULL,
  reference text NOT NULL,
  language text CONSTRAINT evidence_language_is_known CHECK (language ~ '^[a-z]{2}$'),
  marking text NOT NULL CONSTRAINT evidence_marking_is_known CHECK (marking IN ('public', 'participants', 'restricted')),
  added_by key NOT NULL,
  added_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (body_id, handover_id, task_id, id),
  CONSTRAINT evidence_task_is_known FOREIGN KEY (body_id, handover_id, task_id) REFERENCES task (body_id, handover_id, id),
  CONSTRAINT evidence_person_is_known FOREIGN KEY (body_id, added_by) REFERENCES person (body_id, id)
);
CALL fence('evidence');

CREATE TABLE task_comment (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  task_id key NOT NULL,
  id uuid NOT NULL,
  author_id key NOT NULL,
  at timestamptz NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (body_id, handover_id, task_id, id),
  CONSTRAINT comment_task_is_known FOREIGN KEY (body_id, handover_id, task_id) REFERENCES task (body_id, handover_id, id),
  CONSTRAINT comment_author_is_known FOREIGN KEY (body_id, author_id) REFERENCES person (body_id, id)
);
CALL fence('task_comment');

CREATE TABLE plan_revision (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  revision integer NOT NULL,
  at timestamptz NOT NULL,
  actor_id key NOT NULL,
  cause text NOT NULL,
  anchors jsonb NOT NULL,
  difference jsonb NOT NULL,
  PRIMARY KEY (body_id, handover_id, revision),
  CONSTRAINT plan_revision_handover_is_known FOREIGN KEY (body_id, handover_id) REFERENCES handover (body_id, id)
);
CALL fence('plan_revision');

GRANT SELECT, INSERT, UPDATE ON meeting, handover, task, evidence TO gavel_app;
GRANT SELECT, INSERT ON template, signature, section, task_comment, plan_revision TO gavel_app;

-- As whom a person may speak in a handover at an instant: their own role on a side, and those of whom they stand in for.
-- Days are those of the body's zone. Without a handover only the secretariat has a side.
CREATE FUNCTION hats_in_handover(in_body text, in_handover text, acting text, at timestamptz) RETURNS jsonb
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
CREATE FUNCTION people_of_handover(in_body text, in_handover text, at timestamptz)
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

-- Writes a new revision of a plan: the dates of the tasks that change, and their reminders. A reminder that nobody was
-- addressed with moves to its new day, since a row changed costs half of one ended and one begun. What the plan no longer
-- has is void, also when it waits in somebody's digest; what comes back is owed again, unless it was sent.
CREATE FUNCTION write_plan(in_body text, in_handover text, revision integer, tasks jsonb, reminders jsonb)
  RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  -- Looked up by name, where a join of two sets that the planner cannot count would compare each with each.
  planned jsonb := (SELECT coalesce(jsonb_object_agg(concat_ws(' ', r->>'taskId', r->>'rung', r->>'forDue'), true), '{}')
                    FROM jsonb_array_elements(reminders) AS r);
  now timestamptz := gavel_now();
BEGIN
  UPDATE task SET due_on = c."dueOn", due_at = c."dueAt", due_because = c.because, compressed = c.compressed,
      version = version + 1
    FROM jsonb_to_recordset(tasks) AS c(id text, "dueOn" date, "dueAt" timestamptz, because jsonb, compressed boolean)
    WHERE task.body_id = in_body AND task.handover_id = in_handover AND task.id = c.id;
  UPDATE notification n SET for_due = r."forDue", due_at = r."dueAt", audience = r.audience, plan_revision = revision
    FROM jsonb_to_recordset(reminders) AS r("taskId" text, rung text, "forDue" date, audience text[], "dueAt" timestamptz)
    WHERE n.body_id = in_body AND n.stream = in_handover AND n.task_id = r."taskId" AND n.rung = r.rung AND n.state = 'owed'
      AND (n.for_due = r."forDue" OR NOT EXISTS (
        SELECT FROM notification k WHERE k.body_id = in_body AND k.stream = in_handover AND k.task_id = r."taskId"
          AND k.rung = r.rung AND (k.for_due = r."forDue" OR k.state = 'owed' AND k.id < n.id)));
  UPDATE notification n SET state = 'void', reason = 'moved by revision ' || revision
    FROM jsonb_to_recordset(tasks) AS c(id text)
    WHERE n.body_id = in_body AND n.stream = in_handover AND n.task_id = c.id AND n.rung IS NOT NULL
      AND n.state IN ('owed', 'addressed')
      AND NOT planned ? concat_ws(' ', n.task_id, n.rung, n.for_due);
  INSERT INTO notification AS n (body_id, id, stream, kind, subject, task_id, rung, for_due, audience, urgent, facts,
      plan_revision, due_at, created_at)
    SELECT in_body, r.id, in_handover, 'reminder', 'task:' || r."taskId", r."taskId", r.rung, r."forDue", r.audience, false,
      '{}', revision, r."dueAt", now
    FROM jsonb_to_recordset(reminders) AS r(id uuid, "taskId" text, rung text, "forDue" date, audience text[], "dueAt" timestamptz)
    WHERE NOT EXISTS (
      SELECT FROM notification k WHERE k.body_id = in_body AND k.stream = in_handover AND k.task_id = r."taskId"
        AND k.rung = r.rung AND k.for_due = r."forDue" AND k.state <> 'void')
  ON CONFLICT (body_id, stream, task_id, rung, for_due) WHERE rung IS NOT NULL DO UPDATE
    SET due_at = EXCLUDED.due_at, audience = EXCLUDED.audience, plan_revision = EXCLUDED.plan_revision,
      state = 'owed', reason = NULL
    WHERE n.state = 'void';
END
$$;
