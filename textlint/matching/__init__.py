"""Match rules fast: scan for the literals of all rules, then try expressions on lines with their literals."""
