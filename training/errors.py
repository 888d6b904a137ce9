"""Errors in training data."""

from __future__ import annotations


class TrainingError(Exception):
    """Data that no model can be trained on; the message says what is missing."""
