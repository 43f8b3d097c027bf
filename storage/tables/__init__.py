"""Every table by noun, SQLAlchemy Core; times are milliseconds since 1970 UTC in both dialects."""
