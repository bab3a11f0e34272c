"""A second reader of contracts: a linear model, taught with sentences of our own; it shares words with the rules."""
