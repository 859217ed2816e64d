REVOKE SELECT ON schema_migration FROM gavel_app;
DROP TABLE answered_request;
