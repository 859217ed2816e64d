DROP FUNCTION find_session(text);
DROP POLICY crossing ON calendar;
REVOKE SELECT (body_id, id, definition) ON calendar FROM gavel_crossing;
REVOKE SELECT (calendar_id) ON office FROM gavel_crossing;
REVOKE SELECT (name, language) ON person FROM gavel_crossing;
REVOKE SELECT (short_name, secretariat_name) ON body FROM gavel_crossing;
DROP TABLE session;
