"""A terminal slide presenter: a YAML outline in, typeset slides out."""

__version__ = "0.1.0"
