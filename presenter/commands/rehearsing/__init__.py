"""Rehearsals on the command line."""
