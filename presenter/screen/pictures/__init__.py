"""Pictures on the screen: which way a terminal shows them, drawn in a thread, kept for a while."""
