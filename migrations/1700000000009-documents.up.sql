-- Documents that people send: a piece of evidence each, with versions that never change once they are written. The content
-- itself lies in the store, under its digest.

CREATE TABLE document (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  task_id key NOT NULL,
  id uuid NOT NULL,
  newest integer NOT NULL CONSTRAINT document_versions_count_from_one CHECK (newest >= 1),
  PRIMARY KEY (body_id, handover_id, task_id, id),
  CONSTRAINT document_is_evidence FOREIGN KEY (body_id, handover_id, task_id, id)
    REFERENCES evidence (body_id, handover_id, task_id, id)
);
CALL fence('document');
COMMENT ON TABLE document IS 'A piece of evidence whose content is kept here. It is withdrawn when its evidence is removed.';
COMMENT ON COLUMN document.newest IS 'The number of its newest version; each earlier one is replaced by the next.';

CREATE TABLE document_version (
  body_id key NOT NULL,
  handover_id key NOT NULL,
  task_id key NOT NULL,
  document_id uuid NOT NULL,
  number integer NOT NULL CONSTRAINT version_numbers_count_from_one CHECK (number >= 1),
  sha256 text NOT NULL CONSTRAINT version_digest_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL CONSTRAINT version_has_content CHECK (bytes > 0),
  media_type text NOT NULL CONSTRAINT version_media_type_is_allowed CHECK (media_type IN (
    'application/pdf', 'image/png', 'image/jpeg',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet')),
  file_name one_line NOT NULL CONSTRAINT version_file_name_has_no_path CHECK (file_name !~ '[/\\]'),
  title one_line NOT NULL,
  language text CONSTRAINT version_language_is_known CHECK (language ~ '^[a-z]{2}$'),
  marking text NOT NULL CONSTRAINT version_marking_is_known CHECK (marking IN ('public', 'participants', 'restricted')),
  sent_by key NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (body_id, handover_id, task_id, document_id, number),
  CONSTRAINT version_document_is_known FOREIGN KEY (body_id, handover_id, task_id, document_id)
    REFERENCES document (body_id, handover_id, task_id, id),
  CONSTRAINT version_person_is_known FOREIGN KEY (body_id, sent_by) REFERENCES person (body_id, id)
);
CREATE INDEX version_of_content ON document_version (body_id, sha256);
CALL fence('document_version');
COMMENT ON COLUMN document_version.sha256 IS 'Of the content, in hex: under this the store keeps it, once for all versions of the body that have it.';
COMMENT ON COLUMN document_version.media_type IS 'What the content is, not what it was called.';

GRANT SELECT, INSERT ON document, document_version TO gavel_app;
GRANT UPDATE (newest) ON document TO gavel_app;
