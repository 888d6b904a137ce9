"""Fast startup: named tuples without `typing`, cached regular expressions, and the cache folder."""
