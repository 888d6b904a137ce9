"""How the data files of textlint are made: `python -m training MODEL DATA`. Not part of the installed package."""
