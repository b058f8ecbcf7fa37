"""Other tools' decks to an outline: what they say is carried over, and what is not is told."""
