"""Checks of what Word, CMS and PDF leave behind (RS)."""
