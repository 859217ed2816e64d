DROP FUNCTION bodies_with_files_to_make();
DROP FUNCTION records_due();
DROP POLICY crossing ON handover;
REVOKE SELECT (body_id, id, state, signing_round, effected_at) ON handover FROM gavel_crossing;
DROP TABLE pack_file;
DROP TABLE handover_record;
DROP FUNCTION refuse_to_alter_a_record();
DROP TABLE installation_key;
