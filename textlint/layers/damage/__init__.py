"""Layers for text that is not prose: code, tags, misread characters."""
