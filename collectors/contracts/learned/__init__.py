"""A second reader of contracts, that learnt from labelled sentences of our own and knows nothing of the first."""
