"""How fast presenter is, beside a minimal Textual app on the same machine in the same run."""
