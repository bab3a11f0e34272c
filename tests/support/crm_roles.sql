-- Two databases of an invented company; every secret in it is made up and must never leave the server.
CREATE ROLE crm_owner NOLOGIN;
CREATE ROLE crm_read NOLOGIN;
CREATE ROLE crm_write NOLOGIN IN ROLE crm_read;
CREATE ROLE crm_app LOGIN PASSWORD 'row-secret-app' IN ROLE crm_write;
CREATE ROLE zhang_wei LOGIN PASSWORD 'row-secret-zhang';
CREATE ROLE li_na LOGIN IN ROLE crm_read VALID UNTIL '2026-06-30 15:59:59+00';
CREATE ROLE dba SUPERUSER LOGIN PASSWORD 'row-secret-dba';
CREATE ROLE dba_helper LOGIN NOINHERIT IN ROLE dba;
CREATE ROLE migrations LOGIN;
CREATE ROLE user_admin LOGIN CREATEROLE;
CREATE ROLE backup_reader LOGIN BYPASSRLS;
CREATE ROLE importer LOGIN IN ROLE pg_read_server_files;
CREATE ROLE analyst LOGIN IN ROLE pg_read_all_data;
CREATE ROLE monitor LOGIN IN ROLE pg_monitor;
CREATE ROLE gone NOLOGIN;
CREATE DATABASE crm OWNER crm_owner;
CREATE DATABASE shop;
GRANT CREATE ON DATABASE shop TO migrations;
