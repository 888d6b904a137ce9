"""Checks for statements and quotations without a clear source (AT)."""
