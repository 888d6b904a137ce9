"""Layers about what is not prose: code, tags, misread characters."""
