-- The roles stay: other databases of the same server may use them.
DROP PROCEDURE fence(regclass, text);
DROP FUNCTION fenced_body();
DROP FUNCTION iso_instant(timestamptz);
DROP FUNCTION clock_this_moment();
DROP FUNCTION gavel_now();
DROP TABLE installation;
DROP FUNCTION keep_installation_kind();
REVOKE USAGE, CREATE ON SCHEMA public FROM gavel_crossing;
REVOKE USAGE ON SCHEMA public FROM gavel_app;
