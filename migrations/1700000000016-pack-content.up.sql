-- What the pack holds beside the checklist: the plan that the body has adopted, what a term did for it, the programme of the
-- next chair, and the accounts, lists and calendars that change hands.

CREATE TABLE action_plan (
  body_id key NOT NULL CONSTRAINT action_plan_belongs_to_a_body REFERENCES body,
  id key NOT NULL,
  title one_line NOT NULL,
  content jsonb NOT NULL,
  sources text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (body_id, id)
);
CALL fence('action_plan');
COMMENT ON COLUMN action_plan.content IS 'Its period, areas, objectives and actions, and the tasks of a checklist that take stock of it.';

CREATE TABLE term_result (
  body_id key NOT NULL,
  term_id key NOT NULL,
  id key NOT NULL,
  plan_id key NOT NULL,
  area text NOT NULL,
  objective text,
  action integer,
  text text NOT NULL,
  meeting_id key,
  certainty text,
  sources text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (body_id, term_id, id),
  CONSTRAINT result_term_is_known FOREIGN KEY (body_id, term_id) REFERENCES term (body_id, id),
  CONSTRAINT result_plan_is_known FOREIGN KEY (body_id, plan_id) REFERENCES action_plan (body_id, id),
  CONSTRAINT result_meeting_is_known FOREIGN KEY (body_id, meeting_id) REFERENCES meeting (body_id, id)
);
CALL fence('term_result');
COMMENT ON TABLE term_result IS 'What a term did for an area of an action plan, as far down as is known: its objective, its action.';

CREATE TABLE term_programme (
  body_id key NOT NULL,
  term_id key NOT NULL,
  content jsonb NOT NULL,
  sources text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (body_id, term_id),
  CONSTRAINT programme_term_is_known FOREIGN KEY (body_id, term_id) REFERENCES term (body_id, id)
);
CALL fence('term_programme');
COMMENT ON COLUMN term_programme.content IS 'Who coordinates it, its keywords, principles, priorities and meetings.';

CREATE TABLE asset (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT asset_kind_is_known CHECK (kind IN ('mailing_list', 'account', 'calendar', 'other')),
  name one_line NOT NULL,
  added_by key NOT NULL,
  added_at timestamptz NOT NULL,
  transferred_by key,
  transferred_persons text[],
  transferred_at timestamptz,
  confirmed_by key,
  confirmed_at timestamptz,
  removed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (body_id, handover_id, id),
  CONSTRAINT asset_handover_is_known FOREIGN KEY (body_id, handover_id) REFERENCES handover (body_id, id),
  CONSTRAINT asset_adder_is_known FOREIGN KEY (body_id, added_by) REFERENCES person (body_id, id),
  CONSTRAINT asset_giver_is_known FOREIGN KEY (body_id, transferred_by) REFERENCES person (body_id, id),
  CONSTRAINT asset_receiver_is_known FOREIGN KEY (body_id, confirmed_by) REFERENCES person (body_id, id),
  CONSTRAINT asset_transfer_says_by_whom CHECK (
    (transferred_at IS NULL) = (transferred_by IS NULL) AND (transferred_at IS NULL) = (transferred_persons IS NULL)),
  CONSTRAINT asset_confirmation_says_by_whom CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
  CONSTRAINT asset_is_confirmed_after_its_transfer CHECK (confirmed_at IS NULL OR transferred_at IS NOT NULL),
  CONSTRAINT asset_is_confirmed_by_somebody_else CHECK (confirmed_by <> ALL (transferred_persons))
);
CALL fence('asset');
COMMENT ON COLUMN asset.transferred_persons IS 'Everybody whom the giver counted as: none of them may confirm that it arrived.';

GRANT SELECT, INSERT ON action_plan, term_result, term_programme TO gavel_app;
GRANT SELECT, INSERT, UPDATE ON asset TO gavel_app;
