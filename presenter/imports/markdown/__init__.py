"""A Markdown deck to a draft of an outline, whatever tool it was written for."""
