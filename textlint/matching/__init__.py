"""Finding where rules may speak: one scan for the literals of all rules, then each expression on the lines that hold one."""
