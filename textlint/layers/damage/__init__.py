"""Layers about what scraping damaged: tags, misread characters."""
