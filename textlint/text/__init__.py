"""What can be said of any text, whatever it is checked for: lines, folding, sentences, quotations, language, words."""
