"""The quality floor: what textlint finds and fixes in the labeled texts of `fixtures/quality`, and how good it must stay."""
