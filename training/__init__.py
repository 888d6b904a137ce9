"""Make the data files of textlint: `python -m training MODEL DATA`. Not part of the installed package."""
