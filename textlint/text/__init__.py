"""Analysis of any text: lines, folding, sentences, quotations, language, words."""
