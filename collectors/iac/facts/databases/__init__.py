"""Databases as code declares them: services of their own kind each, folded into one record per server or cluster."""
