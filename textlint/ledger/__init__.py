"""The list of attributions and checkable claims of an article."""
