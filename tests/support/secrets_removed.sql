-- The server as it was before the secrets were planted.
ALTER SYSTEM RESET primary_conninfo;
DROP ROLE planted;
DROP VIEW planted_view;
COMMENT ON TABLE logins IS NULL;
ALTER TABLE logins ALTER clear_pwd DROP DEFAULT;
DELETE FROM logins WHERE login = 'planted';
REVOKE SELECT ON customers, logins FROM assay_auditor;
ALTER ROLE assay_auditor PASSWORD 'auditor-secret'
