wechat-page = <a href="{ $url }">Photos and the whole text</a>
wechat-more = { $count } more: <a href="{ $url }">open them here</a>. To go on in this chat, just write me a word.
wechat-report = Report
wechat-my = My cases
wechat-others = More
wechat-more-help = How it works
wechat-more-lang = 中文
wechat-more-mute = Fewer messages
