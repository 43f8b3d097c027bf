"""What a rider's message means: one pure function over vocabularies that an office can change."""
