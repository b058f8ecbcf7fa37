"""What stage and console share in Textual."""
