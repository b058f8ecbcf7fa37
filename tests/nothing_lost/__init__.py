"""What is written is shown: in cells at every size, and in every handout that holds text."""
