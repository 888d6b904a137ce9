"""Layers for who says what: tokens, attributions, speakers, people and claims."""
