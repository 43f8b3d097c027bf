"""What whoever filed a case does with it: takes it back, says that it is solved, gives stars."""
