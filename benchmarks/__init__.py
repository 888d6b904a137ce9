"""How fast textlint is, beside its peers and by rule; and how good, on labeled data that a reader brings along."""
