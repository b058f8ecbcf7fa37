"""Talks in real terminals, on a screen that nobody sees, judged by their pixels."""
