DROP TABLE term_revision;
DROP TABLE term_holder;
DROP TABLE term;
