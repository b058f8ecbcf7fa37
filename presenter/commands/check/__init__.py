"""``presenter check``."""
