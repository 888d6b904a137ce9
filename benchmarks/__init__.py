"""Benchmarks: speed compared with other tools and by rule, and quality on labeled data that the user provides."""
