"""Writing, trying and learning rules."""
