"""Everything that touches a disk: finding, reading, fixing and writing files, caches and baselines."""
