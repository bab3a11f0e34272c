"""Numbers, lengths of time and days as contracts write them."""
