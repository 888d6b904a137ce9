"""What can be wrong with training data."""

from __future__ import annotations


class TrainingError(Exception):
    """Data from which nothing can be trained; the message says what is missing."""
