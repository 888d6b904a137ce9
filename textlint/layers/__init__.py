"""Layers: what several checks want to know of a document, worked out once and asked for as `document.layer(build)`."""
