"""What accounts of every directory have in common: how they name a person, of what kind they are."""
