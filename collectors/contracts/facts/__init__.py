"""The fields of a contract beside its clauses: one module per question that is put to the text."""
