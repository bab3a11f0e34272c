"""Who the parties are, and whom a sentence binds."""
