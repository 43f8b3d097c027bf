"""What WeChat and WeCom have in common: the envelope, the XML, the datum."""
