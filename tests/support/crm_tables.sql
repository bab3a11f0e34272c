CREATE TABLE customers (
    id bigint PRIMARY KEY, name text, mobile text, email text, id_card_no text, address text, fingerprint bytea,
    birthday date, phone_verified boolean, remark text, client_ip inet
);
INSERT INTO customers VALUES
    (1, '王小明', '13800138000', 'row-secret-1@example.com', '11010519491231002X', '北京市朝阳区建国路1号', NULL,
     '1949-12-31', true, 'row-secret-remark', '203.0.113.9'),
    (2, '李雷', 'enc:AAAAAAAAAAAA', 'row-secret-2@example.com', '110105194912310038', '上海市浦东新区2号', NULL,
     '1949-12-31', true, 'row-secret-remark', '203.0.113.9');
CREATE TABLE logins (login text, password_hash text, legacy_pwd text, clear_pwd text, odd_pwd text, empty_pwd text);
INSERT INTO logins
SELECT 'login-' || n, '$2b$12$' || repeat('x', 53),
       CASE WHEN n = 1 THEN md5('row-secret') ELSE '$2b$12$' || repeat('x', 53) END,
       CASE WHEN n = 1 THEN 'row-secret-clear' ELSE '$2b$12$' || repeat('x', 53) END,
       repeat('b3BhcXVl', 8), NULL
  FROM generate_series(1, 4) AS n;
CREATE TABLE notices (body text);
GRANT SELECT ON notices TO PUBLIC;
CREATE TABLE invoices (id bigint, branch text, amount numeric);
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_branch ON invoices USING (branch = current_user);
CREATE POLICY all_of_it ON invoices FOR SELECT USING (true);
CREATE TABLE events (at date, customer bigint) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
INSERT INTO events SELECT '2026-01-01', n FROM generate_series(1, 30) AS n;
CREATE VIEW customer_names AS SELECT name FROM customers;
CREATE SCHEMA "odd.schema";
CREATE TABLE "odd.schema"."we ird""name" ("姓名" text);
GRANT SELECT ON customers, invoices, events TO crm_read;
GRANT INSERT, UPDATE ON customers TO crm_write WITH GRANT OPTION;
GRANT SELECT (name, mobile), UPDATE (mobile) ON customers TO zhang_wei;
GRANT SELECT ON customer_names TO zhang_wei;
GRANT ALL ON invoices TO user_admin;
GRANT SELECT ON events_2025 TO zhang_wei;
GRANT EXECUTE ON FUNCTION pg_read_file(text) TO importer;
ALTER TABLE customers OWNER TO crm_owner;
ANALYZE customers, events_2025, events_2026;
