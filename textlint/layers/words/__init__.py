"""Layers about words that are run together or split in two."""
