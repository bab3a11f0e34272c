"""The text of a document made fit for matching: folded, in blocks and sentences, with the way back to the file."""
