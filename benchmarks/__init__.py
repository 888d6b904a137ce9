"""How fast textlint is, beside its peers and by rule; and how good, on labelled data that a reader brings along."""
