"""Sphinx configuration."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE / "_ext")]

import textlint  # noqa: E402

project = "textlint"
author = "the textlint authors"
copyright = author
version = release = textlint.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "generated"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build", "_ext", "schemas"]
default_role = "code"
nitpicky = False
autodoc_member_order = "bysource"
autodoc_typehints = "description"
suppress_warnings = ["misc.highlighting_failure"]

html_theme = "furo"
html_title = "textlint"
html_show_sphinx = False
html_static_path: list[str] = []
html_extra_path = ["schemas"]
linkcheck_timeout = 10
