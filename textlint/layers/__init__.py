"""What checks share about a document: each module builds layers, asked for as `document.layer(build)`.

A layer is a function of the document that `Document.layer` calls at most once. A layer reads layers of its own
folder or of one before it, in the order damage, words, page, speech; all may read `shared` and `linear_model`.
"""
