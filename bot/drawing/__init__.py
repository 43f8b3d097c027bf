"""Pictures and papers that the house itself draws."""
