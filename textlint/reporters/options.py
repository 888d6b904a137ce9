"""What a reporter may be asked for besides the results."""

from __future__ import annotations

from textlint.startup.values import NamedTuple


class ReportOptions(NamedTuple):
    """The options that reporters understand; each ignores those that mean nothing to it.

    `width` is the number of columns that a line may take. `quiet` leaves out everything but findings and problems.
    `version` is that of textlint, `rule_url` a pattern with `{code}` and `{name}` that leads to a rule's page, or "".
    """

    color: bool = False
    width: int = 100
    show_fixes: bool = False
    quiet: bool = False
    version: str = ""
    rule_url: str = ""

    def url_of(self, code: str, name: str) -> str:
        """Return the address of the page of a rule, or "" where there is none."""
        if not self.rule_url:
            return ""
        from urllib.parse import quote

        quoted_code, quoted_name = (quote(word, safe="", errors="replace") for word in (code, name))
        return self.rule_url.replace("{code}", quoted_code).replace("{name}", quoted_name)
