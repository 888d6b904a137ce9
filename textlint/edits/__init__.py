"""Edits to a text: composing them, and verifying what they keep."""
