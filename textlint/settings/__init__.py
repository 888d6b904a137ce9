"""Settings files: their schema, reading them, and errors at file:line."""
