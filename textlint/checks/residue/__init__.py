"""Checks for residue of Word, content management systems and PDF files (RS)."""
