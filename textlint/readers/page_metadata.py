"""Read the metadata of a web page's article: title, date, byline, language and URL."""

from __future__ import annotations

import json
from collections.abc import Iterator

from textlint.startup.values import Any

_LONGEST = 300
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "date": (
        "article:published_time",
        "datepublished",
        "dc.date",
        "dc.date.issued",
        "date",
        "pubdate",
        "publish-date",
        "sailthru.date",
    ),
    "byline": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
    "url": ("og:url", "twitter:url"),
    "language": ("og:locale", "content-language", "dc.language", "inlanguage"),
}
_JSON = {
    "title": ("headline",),
    "date": ("datePublished", "dateCreated"),
    "byline": ("author",),
    "language": ("inLanguage",),
}


def read_metadata(root: Any) -> dict[str, str]:
    """Return the `title`, `date`, `byline`, `language` and `url` of the page's article.

    Machine-readable values (meta elements, JSON for search engines) take precedence over displayed ones; empty values
    are left out.
    """
    metas = _metas(root)
    data = list(_json_objects(root))
    found = {}
    for key, names in _META.items():
        values = [metas.get(name, "") for name in names]
        values += [_plain(item.get(name)) for item in data for name in _JSON.get(key, ())]
        values += _displayed(root, key)
        usable = (
            value for value in values if value and not (key == "byline" and value.startswith(("http:", "https:")))
        )
        if value := next(usable, ""):
            found[key] = value.replace("_", "-") if key == "language" else value
    return found


def _metas(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and (content := _plain(element.get("content"))):
            found.setdefault(name.lower(), content)
    return found


def _displayed(root: Any, key: str) -> list[str]:
    """Return the displayed values of `key`, the most reliable first."""
    paths = {
        "title": ("//h1", "//title"),
        "date": (
            "//time[@itemprop='datePublished']/@datetime",
            "//*[@itemprop='datePublished']/@content",
            "//time/@datetime",
        ),
        "byline": (
            "//*[@itemprop='author']",
            "//a[@rel='author']",
            "//*[contains(concat(' ', @class, ' '), ' byline ')]",
        ),
        "url": ("//link[@rel='canonical']/@href",),
        "language": ("/html/@lang", "//article/@lang"),
    }
    found = []
    for path in paths[key]:
        for hit in root.xpath(path)[:1]:
            found.append(_plain(hit if isinstance(hit, str) else "".join(hit.itertext())))
    return found


def _json_objects(root: Any) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        try:
            value = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        items = value if isinstance(value, list) else [value]
        items += [
            item for top in items if isinstance(top, dict) for item in top.get("@graph") or () if isinstance(item, dict)
        ]
        yield from (
            item for item in items if isinstance(item, dict) and ("headline" in item or "datePublished" in item)
        )


def _plain(value: Any) -> str:
    """Return a JSON value as one line of text: lists are joined with commas, objects become their name."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value)))
    if isinstance(value, dict):
        return _plain(value.get("name"))
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""
