"""The ledger: a list of the attributions and checkable claims in an article."""
