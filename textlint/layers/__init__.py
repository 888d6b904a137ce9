"""Layers: facts about a document that checks share. Get one with `document.layer(build)`.

A layer is a function of the document. `Document.layer` calls it at most once per document. Layers use only layers in
their own folder or an earlier one, in the order damage, words, page, speech. All may use `shared` and `linear_model`.
"""
