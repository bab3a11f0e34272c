"""One builder per kind: declared resources in, resources of the estate out."""
