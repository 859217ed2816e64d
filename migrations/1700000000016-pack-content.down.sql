DROP TABLE asset;
DROP TABLE term_programme;
DROP TABLE term_result;
DROP TABLE action_plan;
