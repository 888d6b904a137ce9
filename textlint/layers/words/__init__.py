"""Layers that find run-together words and split words."""
