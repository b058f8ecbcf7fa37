"""The running talk: which slide, which stop, what came before. Knows no pages and no screens."""
