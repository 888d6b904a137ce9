"""What checks share about a document beyond its sentences: each module builds one layer, asked for as `document.layer`."""
