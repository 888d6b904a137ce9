"""Rule files: their schema, reading them, packs and rule sets."""
