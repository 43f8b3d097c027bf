"""A fake Bot API, and the people who use Telegram."""
