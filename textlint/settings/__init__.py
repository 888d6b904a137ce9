"""Settings files: their schema, reading them, and locating errors by line."""
