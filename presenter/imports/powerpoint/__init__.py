"""A PowerPoint file to a draft of an outline."""
