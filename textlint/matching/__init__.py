"""Match rules quickly: scan for the literals of all rules, then try each expression on lines with one of its literals."""
