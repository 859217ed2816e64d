DROP INDEX handover_next_first;
DROP INDEX handover_latest_first;
