"""Buckets that code declares, asked as S3 itself would be: so code and cloud give the same facts."""
