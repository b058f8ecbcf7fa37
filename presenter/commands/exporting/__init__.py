"""What the command ``export`` does with the files that it made."""
