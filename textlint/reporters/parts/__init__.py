"""Code shared by several reporters."""
