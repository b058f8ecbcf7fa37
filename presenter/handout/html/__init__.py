"""A deck as one HTML file: slides, a scrolling document, and a handout for the printer in one."""
