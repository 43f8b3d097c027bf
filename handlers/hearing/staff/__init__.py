"""What staff say in plain words: of the work, of a case in their hands, of who goes."""
