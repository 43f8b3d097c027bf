"""What admins do: people, roles, groups, figures, announcements."""
