"""The options of reporters."""

from __future__ import annotations

from textlint.startup.values import NamedTuple


class ReportOptions(NamedTuple):
    """The options of reporters; each reporter ignores those it does not support.

    `width` is the maximum length of a line in columns. `quiet` leaves out everything but findings and problems.
    `version` is the version of textlint. `rule_url` is the URL of a rule's page with the placeholders `{code}` and
    `{name}`, or "".
    """

    color: bool = False
    width: int = 100
    show_fixes: bool = False
    quiet: bool = False
    version: str = ""
    rule_url: str = ""

    def url_of(self, code: str, name: str) -> str:
        """Return the URL of a rule's page, or "" if `rule_url` is empty."""
        if not self.rule_url:
            return ""
        from urllib.parse import quote

        quoted_code, quoted_name = (quote(word, safe="", errors="replace") for word in (code, name))
        return self.rule_url.replace("{code}", quoted_code).replace("{name}", quoted_name)
