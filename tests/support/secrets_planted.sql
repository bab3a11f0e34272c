-- Secrets in rows, definitions, comments, roles and settings of the invented company; {NAME} stands for one of them.
ALTER ROLE assay_auditor PASSWORD {dsn-password};
GRANT SELECT ON customers, logins TO assay_auditor;
INSERT INTO logins (login, clear_pwd) VALUES ('planted', {row-value});
ALTER TABLE logins ALTER clear_pwd SET DEFAULT {column-default};
COMMENT ON TABLE logins IS {table-comment};
CREATE VIEW planted_view AS SELECT login FROM logins WHERE clear_pwd = {view-text};
GRANT SELECT ON planted_view TO li_na;
CREATE ROLE planted LOGIN PASSWORD {role-password};
ALTER ROLE planted SET app.secret = {role-setting};
ALTER SYSTEM SET primary_conninfo = {server-setting}
