"""Why something is reported at a place, or is not: the rules, evidence and models behind it, as values and as words."""
