# What people hear who ask how something is done: staff, and below riders.

how-act = 在那件事的卡片上点「{ $button }」。也可以发：/{ $command } 编号
how-act-rare = 在那件事的卡片上点「更多…」，再点「{ $button }」。也可以发：/{ $command } 编号
how-act-this = { $number } 的话，点下面就行。
how-no-answer = 骑手一直没回，就点「更多…」里的「{ $hold }」，写到哪天，到时我提醒你。能办就先办，办好了点「{ $resolve }」。
how-not-ours = 归别的部门，点「{ $hand_on }」选部门。哪儿都不归，点「更多…」里的「{ $reject }」，写清楚该找谁、打哪个电话。
how-cant = 归别人的，点「{ $hand_on }」。今天办不了，点「更多…」里的「{ $hold }」写到哪天，报事人会看到。都不是，点「{ $return }」，网格长另派人。
how-find = 点「{ $ask }」问报事人，请对方发个位置，我马上转给你。
how-blurry = 点「{ $ask }」，请报事人再拍一张。
how-no-verdict = 不用等。点了「{ $resolve }」就算你办好了，报事人不回话，过些天自动办结。
how-unsolved = 报事人说没解决，那件就重新打开，时间减半。点「{ $accept }」再办一次，办好了点「{ $resolve }」。
how-overdue = 超时的我会提醒，也会告诉上一级。来不及就先点「更多…」里的「{ $extend }」，网格长同意了就按新的算。
how-fixed = 点「{ $resolve }」，写一句是谁弄好的就行。
how-number = 只发编号就行，后四位也认得：0001。
how-must = 办好了要写一句怎么解决的，报事人会看到；照片最好有，不是非拍不可。
how-leave = 说「我明天休息」就行，或者发 /away 3天。手上的事我会先问你交不交给同事，到时候自动恢复。
how-shift = 说「我上班了」或发 /duty 上班，就是现在值班。排班这样写：/duty 李敏 08:00-18:00 12-01
how-quiet = 发 /quiet 22:00-07:00，这段时间不响。急事照样叫你。
how-photo = 照片下面写上编号一起发，就记在那件里；要报事人也看到，再点一下。办好了的照片，点「{ $resolve }」以后和那句话一起发。
how-map = 卡片上的地点点一下，就打开地图。
how-slip = 发 /slip 编号，给你一页能打印的派发单。
how-past = 一件的来龙去脉：/case 编号。自己办了哪些，问我「我昨天办了哪些」。
how-new-phone = Telegram、微信、企业微信换了手机，还是原来的账号，照用。用网页的，请管理员发个新邀请；旧手机还在，就在上面发 /link，按提示连过来。
how-delete = 事项删不掉，记录要留着。报重了点「更多…」里的「{ $merge }」，不归这儿管点「{ $reject }」。报事人自己能撤回。
how-block = 没有拉黑。骂人的、发广告的，我回一句就不再理；一小时报得太多的先等等，急事照收。
how-confidential = 保密的事，说了什么只有负责人、网格长和调解员看得到。管理员看得到编号、分类、期限，能转派、督办。群里不显示，谁报的谁也看不到。
how-machine = 这个在机器上设置，聊天里改不了。告诉管机器的同事，运维手册里有。
how-riders = 骑手扫你贴的二维码就进来了（/poster G07 拿码），拍张照、写一句就行，什么都不用学。
how-nobody = 网格里没人，新的事先给上一级的网格长或管理员。请人进来：/invite 网格员 G07
how-role-back = 角色去掉了就不在名单上，请本人再进来一次：/invite 网格员 G07，把链接发过去，点开就有。还在名单上的（/people），发 /grant 名字 网格员 G07
how-hand-over = 先发 /invite 管理员，把链接给对方。对方进来以后，请对方发 /revoke 去掉你的；自己的自己去不掉。
how-begin = 头一天这样来：
    1　/invite 网格员 G07，把链接发给本人，一人一个
    2　把我拉进网格的群，在群里发 /bind G07
    3　/poster G07 拿二维码，贴到骑手常去的地方
    4　自己扫一下，报一件试试，看网格员收没收到
    齐不齐看 /areas，机器好不好看 /health，别的看 /help
how-myself = 给自己加：/grant { $me } 网格员 G07
how-begin-carer = 等着就行：有事会给你发卡片。接了点「{ $accept }」，办好了点「{ $resolve }」写一句。手上的看 /mine，网格里的看 /queue，请假说「我明天休息」。
how-for-admin = 这个要管理员来：{ $admins }。

how-anonymous = 报的时候写上「匿名」就行；报过的，现在回一句「匿名」也行。是谁报的，本来就谁也看不到。
how-send-photo = 照片直接发来就行，再写一句出了什么事。
how-add-photo = 照片直接发来就行。要加到报过的那件，先点下面，再发照片。
how-add-more = 直接写来就行。要加到报过的那件，先点下面再写。
how-rate = 办好以后我会问你，到时点几颗星就行。
how-right-place = 把对的位置发来，或者写「不对，在文昌路」，我就改过去。
how-right = 直接说对的就行，比如「不对，在文昌路」「不是路灯，是井盖」，我就改过去。不要了就说「撤回」。
how-again = 直接说「又坏了」就行，那件会重新打开，还是原来的人来办。
how-forget = 发 /forget，我问你一声就删。
how-right-kind = 写「不对，是路灯的事」这样的一句，我就改过去。
how-mute = 不想收公告，发 /mute。只是夜里不想响，发 /quiet 22:00-07:00。
how-language = 写「中文」或者 English，我马上换。
how-report = 直接写给我：出了什么事，在哪儿。有照片一起发，没有也行。
how-report-danger = 🚨 <b>真碰上了，先打电话：</b>
    119 火警　110 报警　120 急救
    再发我一句出了什么事、在哪儿，我马上叫附近的人。
how-location = 在输入框旁边找「位置」发来，或者写路名、门牌、旁边的店。
how-name = 写「叫我小王」这样的一句就行。
how-no-photo = 不拍也行，写一句、说一段语音都行。有照片办得快些。
how-no-road = 不用知道路名，把位置发来就行；或者写旁边的店、小区、几号门。
how-for-another = 可以，照样发来就行，写一句是谁遇到的。每走一步我告诉你，你转告他。
how-link = 发 /link，我给你一个码，在另一边发给我，两边就连上了。
how-new-phone-rider = Telegram、微信换了手机，还是原来的账号，报过的都在。用网页的，在旧手机上发 /link，按提示连过来。
