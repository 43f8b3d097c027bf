wechat-page = <a href="{ $url }">Photos and the whole text</a>
wechat-more = { $count } more: <a href="{ $url }">open them here</a>. To go on in this chat, just write me a word.
wechat-report = Report
wechat-my = My cases
wechat-others = More
wechat-more-help = How it works
wechat-more-lang = 中文
wechat-more-mute = Fewer messages

link-code = Your code: <b>{ $code }</b>
    Within ten minutes, write this where else you use me (WeChat, Telegram or the page): /link { $code }
    Then both are one person, with the same cases and messages. Give it to nobody else.
link-done = Linked. Both are one person now, with all cases together.
link-same = These two were linked already.
refuse-link-code = That code is wrong, or older than ten minutes. Send /link on the other side for a new one.
refuse-link-often = Too many tries. Come back in ten minutes.
refuse-link-roles = Both sides have a role, so they can't be linked. Ask an admin to take one role back first.
card-out-of-reach = 📵 { $count ->
        [one] 1 message has
       *[other] { $count } messages have
    } not reached the filer yet: in WeChat they have to write something first.
