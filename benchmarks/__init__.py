"""What is claimed about speed, runnable: ratios in one run, no absolute times."""
