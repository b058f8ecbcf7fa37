"""What is handed out: files made of a deck's pages, or of the deck itself."""
