"""What contracts say: one module per family of clauses, each a table of what a sentence has to hold."""
