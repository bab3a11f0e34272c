"""Identity and access management in code: who holds which policies, and whom roles trust."""
