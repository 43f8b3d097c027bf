"""Names and letters lie encrypted in the database: the keys, where they are, the column types."""
