"""Checks: the ways of looking at a document, one small file each; they import the ground, never each other."""
