wechat-page = <a href="{ $url }">Photos and the whole text are here</a>
wechat-more = { $count } more: <a href="{ $url }">open them here</a>. Or send me any word, and I can write here again.
wechat-last = From here on it stands <a href="{ $url }">here</a>. Or send me any word, and I can write here again.
wechat-link-old = That link is too old, or was used. Go back to the account and say “my cases”: a new link comes with the case there.
wechat-link-other = That link is somebody else's. Go back to the account and say “my cases” to see your own.
wechat-link-nobody = I don't know you yet. Write a word to the account first, then open it again.
wechat-mine = Open my page
wechat-rings = { $rings }: { $kind }
wechat-rings-question = A question for you
wechat-rings-result = There is an answer
wechat-rings-emergency = Urgent news
wechat-report = Report
wechat-my = My cases
wechat-others = More
wechat-more-help = How it works
wechat-more-lang = 中文
wechat-more-mute = Announcements on/off

link-code = Your code: <b>{ $code }</b>
    Go to the other place where you use me and send this there, within ten minutes: /link { $code }
    From then on you are one person on both, with all your cases. Give the code to nobody.
link-doors = It can be linked with: { $names }
link-done = Linked. You are one person on both now, with all your cases.
link-done-there = Somebody has just used your code: both are one person now. If that wasn't you, tell an admin at once.
link-same = These two are linked already. Nothing to do.
refuse-link-code = That code is wrong, or older than ten minutes. Send /link in the other place for a new one.
refuse-link-often = Too many tries. Try again in ten minutes.
refuse-link-roles = You have a role on both sides, so I can't link them. Ask an admin to take one role back, then try again.
card-unreachable = 📵 The rider cannot be reached now: nothing gets through to them.
card-out-of-reach = 📵 { $count ->
        [one] 1 message has
       *[other] { $count } messages have
    } not reached the rider yet. What waits comes as soon as they write something in WeChat.
