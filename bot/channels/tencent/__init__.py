"""What WeChat and WeCom have in common: the envelope, the XML, what is said, the calls."""
