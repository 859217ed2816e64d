DROP TABLE document_version;
DROP TABLE document;
