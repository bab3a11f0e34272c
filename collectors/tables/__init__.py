"""Reading tables that people keep: CSV, TSV, XLSX and ODS, all of them untrusted."""
