"""Correct sentences in several languages, and mojibake made from them."""

from __future__ import annotations

import ftfy.bad_codecs  # noqa: F401  (registers the sloppy codecs)

CODECS = ("sloppy-windows-1252", "latin-1", "macroman", "sloppy-windows-1251")

SENTENCES = (
    "Der Bürgermeister von Köln sagte am Freitag, die Brücke müsse für größere Schiffe geöffnet werden – „und zwar bald“.",
    "Le maire de Besançon a déclaré que l’été prochain, l’hôtel serait fermé ; « c’est dommage », a-t-il ajouté.",
    "El alcalde señaló que mañana habrá más lluvia en la región; ¿quién lo habría dicho? El niño soñó con un pingüino.",
    "A prefeita de São João informou que as obras começarão até março; “não há razão para atraso”, disse o secretário.",
    "Borgmästaren i Malmö sade att båten går först på lördag, eftersom hamnen är stängd på grund av stormen.",
    "Sõnumi järgi jäi laev öösel sadamasse, ütles vallavanem, sest äike ei lõppenud.",
    "“It’s not the fog,” she said — “it’s the ferry.” The café’s owner, Zoë, didn’t agree…",
    "Burmistrz Łodzi powiedział, że dźwig na przystani jest zbyt stary, a żegluga rozpocznie się później.",
    "Primátor uvedl, že přístav bude v příštím týdnu uzavřen kvůli rozbouřenému moři.",
    "Belediye başkanı, limanın önümüzdeki hafta fırtına nedeniyle kapalı olacağını söyledi.",
    "Мэр города сказал, что паром больше не будет ходить по утрам, потому что туман слишком густой.",
    "Мер Києва повідомив, що їхній пором «Їжак» іще не вийшов із гавані — і не вийде.",
    "Ο δήμαρχος είπε ότι το λιμάνι θα μείνει κλειστό την επόμενη εβδομάδα.",
    "ראש העיר אמר שהמעבורת לא תצא מחר בגלל הערפל הכבד.",
    "قال رئيس البلدية إن العبّارة لن تبحر غدًا بسبب الضباب الكثيف.",
    "市長は、霧のため渡し船は明日運航しないと述べた。",
    "The fare rose from £3 to €4 on the 5° eastern line; the sign said “©” and ½ price.",
)


def damaged(text: str, codec: str) -> str:
    """Return `text` as it looks when its bytes in UTF-8 are read in `codec`."""
    return text.encode("utf-8").decode(codec)


def tokens_of(*texts: str) -> list[str]:
    """Return the non-ASCII tokens of `texts`, separated by spaces."""
    return [token for text in texts for token in text.split(" ") if not token.isascii()]
