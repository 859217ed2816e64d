-- What is owed (notification), and what became of it (delivery): the ledger is the truth, the queue only wakes up.

CREATE TABLE notification (
  body_id key NOT NULL,
  id uuid NOT NULL,
  stream key NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  task_id key,
  rung text,
  for_due date,
  audience text[] NOT NULL DEFAULT '{}',
  recipient_id key,
  urgent boolean NOT NULL,
  facts jsonb NOT NULL,
  plan_revision integer,
  due_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'owed'
    CONSTRAINT notification_state_is_known CHECK (state IN ('owed', 'addressed', 'settled', 'void')),
  reason text,
  created_at timestamptz NOT NULL,
  is_owed boolean NOT NULL GENERATED ALWAYS AS (state = 'owed') STORED,
  PRIMARY KEY (body_id, id),
  CONSTRAINT notification_stream_is_known FOREIGN KEY (body_id, stream) REFERENCES account (body_id, stream),
  CONSTRAINT notification_recipient_is_known FOREIGN KEY (body_id, recipient_id) REFERENCES person (body_id, id),
  CONSTRAINT notification_has_an_addressee CHECK (recipient_id IS NOT NULL OR cardinality(audience) > 0),
  CONSTRAINT notification_void_says_why CHECK (state <> 'void' OR reason IS NOT NULL)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX reminder_is_owed_once ON notification (body_id, stream, task_id, rung, for_due) WHERE rung IS NOT NULL;
CREATE INDEX notification_owed ON notification (body_id, due_at) WHERE is_owed;
CREATE INDEX notification_of_stream ON notification (body_id, stream, due_at, id);
CALL fence('notification');
COMMENT ON COLUMN notification.state IS
  'owed: nobody addressed yet; addressed: deliveries exist; settled: each of them was sent or explained; void: owed no more, reason says why.';
COMMENT ON COLUMN notification.is_owed IS
  'For indexes: one that asked for the state itself would have to be written at every change of it.';
COMMENT ON COLUMN notification.audience IS 'Desks (owner, acceptedBy, outgoing, incoming, secretariat), resolved to people when it falls due.';
COMMENT ON COLUMN notification.rung IS 'Which step of the reminder ladder; null for messages about an event.';
COMMENT ON COLUMN notification.for_due IS
  'The due date that the reminder is about: the same step for the same date is the same reminder, and is sent once.';

CREATE TABLE delivery (
  body_id key NOT NULL,
  id uuid NOT NULL,
  recipient_id key NOT NULL,
  day date NOT NULL,
  lane text NOT NULL,
  send_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting'
    CONSTRAINT delivery_state_is_known CHECK (state IN ('waiting', 'queued', 'sending', 'sent', 'skipped', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  unanswered integer NOT NULL DEFAULT 0,
  put_off integer NOT NULL DEFAULT 0,
  lease_until timestamptz,
  decided_at timestamptz,
  sent_at timestamptz,
  message_id text NOT NULL,
  last_error text,
  version integer NOT NULL DEFAULT 1,
  is_open boolean NOT NULL GENERATED ALWAYS AS (state IN ('waiting', 'queued', 'sending')) STORED,
  has_failed boolean NOT NULL GENERATED ALWAYS AS (state = 'failed') STORED,
  PRIMARY KEY (body_id, id),
  CONSTRAINT delivery_recipient_is_known FOREIGN KEY (body_id, recipient_id) REFERENCES person (body_id, id),
  CONSTRAINT delivery_is_one_per_person_day_and_lane UNIQUE (body_id, recipient_id, day, lane)
) WITH (fillfactor = 50);
CREATE INDEX delivery_to_do ON delivery (body_id, send_at) WHERE is_open;
CREATE INDEX delivery_failed ON delivery (body_id, id) WHERE has_failed;
CALL fence('delivery');
COMMENT ON COLUMN delivery.is_open IS 'For indexes, as has_failed is: queueing and sending a mail then touch none of them.';
COMMENT ON COLUMN delivery.day IS 'The recipient''s date on which it goes out: nobody gets two digests on one day.';
COMMENT ON COLUMN delivery.lane IS 'digest, or the id of the one urgent notification it carries.';
COMMENT ON COLUMN delivery.attempts IS 'Also the fence against late writers: only the attempt that is running may say how it went.';
COMMENT ON COLUMN delivery.unanswered IS 'Attempts in a row of which nobody said how they went, because the process died: too many, and it is set aside.';
COMMENT ON COLUMN delivery.put_off IS 'How often the mail server said "not now".';
COMMENT ON COLUMN delivery.lease_until IS
  'Whoever queues or sends it has until then, by the database''s own clock, also where a demo''s clock stands: a lease is about processes.';
COMMENT ON COLUMN delivery.message_id IS 'Made from the id, once: every attempt carries the same, so that mailboxes see a mail sent twice as one.';

CREATE TABLE delivery_item (
  body_id key NOT NULL,
  delivery_id uuid NOT NULL,
  notification_id uuid NOT NULL,
  plan_revision integer,
  state text NOT NULL DEFAULT 'waiting' CONSTRAINT item_state_is_known CHECK (state IN ('waiting', 'sent', 'skipped', 'failed')),
  reason text,
  PRIMARY KEY (body_id, delivery_id, notification_id),
  CONSTRAINT item_delivery_is_known FOREIGN KEY (body_id, delivery_id) REFERENCES delivery (body_id, id),
  CONSTRAINT item_notification_is_known FOREIGN KEY (body_id, notification_id) REFERENCES notification (body_id, id)
) WITH (fillfactor = 60);
CREATE INDEX item_of_notification ON delivery_item (body_id, notification_id);
CALL fence('delivery_item');

GRANT SELECT, INSERT, UPDATE ON notification, delivery, delivery_item TO gavel_app;

-- The sweep must know where work waits before it can enter a body.
GRANT SELECT ON notification, delivery TO gavel_crossing;
CREATE POLICY crossing ON notification FOR SELECT TO gavel_crossing USING (true);
CREATE POLICY crossing ON delivery FOR SELECT TO gavel_crossing USING (true);
CREATE FUNCTION bodies_with_due_mail() RETURNS TABLE (body_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT b.id::text FROM body b
  WHERE EXISTS (SELECT FROM notification n WHERE n.body_id = b.id AND n.is_owed AND n.due_at <= gavel_now())
    OR EXISTS (SELECT FROM delivery d WHERE d.body_id = b.id AND d.is_open
      AND d.send_at <= gavel_now() AND (d.lease_until IS NULL OR d.lease_until <= clock_timestamp()))
  ORDER BY b.id
$$;
-- How much the whole installation owes by now, for those who watch over it: numbers only, of no body in particular.
CREATE FUNCTION mail_in_hand() RETURNS TABLE (owed bigint, to_send bigint, failed bigint, oldest timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(sum(n.owed), 0)::bigint, coalesce(sum(d.to_send), 0)::bigint,
    (SELECT count(*) FROM delivery WHERE has_failed), least(min(n.oldest), min(d.oldest))
  FROM body b
  CROSS JOIN LATERAL (SELECT count(*) AS owed, min(due_at) AS oldest FROM notification
    WHERE body_id = b.id AND is_owed AND due_at <= gavel_now()) AS n
  CROSS JOIN LATERAL (SELECT count(*) AS to_send, min(send_at) AS oldest FROM delivery
    WHERE body_id = b.id AND is_open AND send_at <= gavel_now()) AS d
$$;
ALTER FUNCTION mail_in_hand() OWNER TO gavel_crossing;
ALTER FUNCTION bodies_with_due_mail() OWNER TO gavel_crossing;

-- Settles those messages that no mail is waiting to carry any more: everyone has got them, or it is said why not.
-- Whoever settles the same message at the same time waits, and then sees what the other has done.
CREATE FUNCTION settle_notifications(in_body text, ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM notification WHERE body_id = in_body AND id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  UPDATE notification n SET state = 'settled'
    WHERE n.body_id = in_body AND n.id = ANY (ids) AND n.state = 'addressed'
      AND NOT EXISTS (SELECT FROM delivery_item i
        WHERE i.body_id = in_body AND i.notification_id = n.id AND i.state = 'waiting');
END
$$;

-- Writes how attempts to send mails ended, and gives the mails of which it was written: an attempt after which another
-- has begun is a zombie's, and what it says is refused. One whose lease has ended, but whose mail nobody has taken up,
-- still tells the truth. It is a transaction of its own, and so fences itself.
--
-- Its commit does not wait for the disk. Should the server itself crash within the next moment, the mail is as if this
-- attempt had died, and is sent once more with the same Message-ID; nothing is lost by that.
--
-- Mail by mail, each found by its key: joined as a set they would be found by whatever plan suited the table on the day
-- the connection was opened, when it may have been empty.
CREATE FUNCTION record_outcomes(in_body text, outcomes jsonb) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
  told record;
  message uuid;
  messages uuid[] := '{}';
  now timestamptz := gavel_now();
BEGIN
  PERFORM set_config('gavel.body', in_body, true), set_config('synchronous_commit', 'off', true);
  FOR told IN
    SELECT * FROM jsonb_to_recordset(outcomes)
      AS o(id uuid, attempt integer, kind text, "retryAt" timestamptz, answer text) ORDER BY o.id
  LOOP
    UPDATE delivery SET
      state = CASE told.kind WHEN 'put_off' THEN 'waiting' WHEN 'given_back' THEN 'waiting' ELSE told.kind END,
      send_at = coalesce(told."retryAt", send_at), sent_at = CASE told.kind WHEN 'sent' THEN now END,
      put_off = put_off + CASE told.kind WHEN 'put_off' THEN 1 ELSE 0 END,
      unanswered = 0, lease_until = NULL, last_error = told.answer, version = version + 1
      WHERE body_id = in_body AND id = told.id AND attempts = told.attempt AND state IN ('waiting', 'queued', 'sending');
    CONTINUE WHEN NOT FOUND;
    RETURN NEXT told.id;
    CONTINUE WHEN told.kind NOT IN ('sent', 'failed');
    FOR message IN
      UPDATE delivery_item SET state = told.kind
        WHERE body_id = in_body AND delivery_id = told.id AND state = 'waiting' RETURNING notification_id
    LOOP
      messages := messages || message;
    END LOOP;
  END LOOP;
  PERFORM settle_notifications(in_body, messages);
END
$$;

-- Adds entries and what is owed because of them, in one round trip of the transaction that changed something.
-- The entries come hashed: the caller holds the lock on the head and knows it.
CREATE FUNCTION write_account(body text, in_stream text, entries jsonb, owed jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  first_prev text := entries->0->>'prevHash';
  last_entry jsonb := entries->-1;
BEGIN
  UPDATE account SET seq = (last_entry->>'seq')::bigint, head = last_entry->>'hash'
    WHERE body_id = body AND stream = in_stream AND head = first_prev;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The account of % has moved on', in_stream USING ERRCODE = 'GV003';
  END IF;
  INSERT INTO account_entry (body_id, stream, seq, at, actor, action, subject, entry, prev_hash, hash)
    SELECT body, in_stream, e.seq, e.at, e.actor, e.action, e.subject, e.entry, e."prevHash", e.hash
    FROM jsonb_to_recordset(entries) AS e(seq bigint, at timestamptz, actor text, action text, subject text,
      entry text, "prevHash" text, hash text);
  IF jsonb_path_exists(entries, '$[*].text') THEN
    INSERT INTO account_text (body_id, stream, seq, key, text)
      SELECT body, in_stream, e.seq, e.key, e.text
      FROM jsonb_to_recordset(entries) AS e(seq bigint, key text, text text) WHERE e.text IS NOT NULL;
  END IF;
  IF jsonb_array_length(owed) > 0 THEN
    INSERT INTO notification (body_id, id, stream, kind, subject, task_id, rung, audience, recipient_id, urgent, facts,
        plan_revision, due_at, created_at)
      SELECT body, n.id, in_stream, n.kind, n.subject, n."taskId", n.rung, n.audience, n."recipientId", n.urgent, n.facts,
        n."planRevision", n."dueAt", (last_entry->>'at')::timestamptz
      FROM jsonb_to_recordset(owed) AS n(id uuid, kind text, subject text, "taskId" text, rung text, audience text[],
        "recipientId" text, urgent boolean, facts jsonb, "planRevision" integer, "dueAt" timestamptz);
  END IF;
END
$$;
