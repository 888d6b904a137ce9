"""Layers about the page around the article: zones, furniture, and how likely each line is furniture."""
