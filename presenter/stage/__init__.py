"""The app before the audience."""
