# What admins read.

help-admin = <b>管理员</b>
    /invite 请人加入　/people 谁是谁　/areas 网格
    /grant 加角色　/revoke 去角色　/bind 绑定群
    /stats 统计　/announce 发通知　/health 运行情况
    /policy 期限　/route 试试派给谁　/audit 谁改过什么　/poster 二维码

invitation-welcome = 欢迎！你现在是 <b>{ $area }</b> 的{ $role }。
invitation-gone = 这个邀请用过了或者过期了。请管理员再发一个。
invite-how = 请写角色和网格，比如：/invite 网格员 G07
    角色有：网格员、网格长、管理员。不写网格就是你自己的范围。
invite-link = 请{ $role }加入 { $area }，把这个发给对方，一周内有效，只能用一次：
    { $link }
invite-words = 对方用微信或企业微信的话，让对方把这句发给我：{ $words }
invite-scan = 对方用企业微信的话，扫这个码也行。
grant-how = 请写谁、角色、网格，先后都行，比如：/grant 李敏 网格长 G07。谁的名字和编号看 /people。
revoke-how = 请写谁、角色、网格，先后都行，比如：/revoke 李敏 网格长 G07。只写谁，就列出有哪些角色。
done-grant = { $name } 现在是 { $area } 的{ $role }。
done-revoke = { $name } 不再是 { $area } 的{ $role }。
told-grant = 你现在也是 <b>{ $area }</b> 的{ $role }了。
told-revoke = 你不再是 <b>{ $area }</b> 的{ $role }了。{ $count ->
    [0] {""}
   *[other] 手上的 { $count } 件已转给同事。
}
revoke-which = { $name } 有这些角色，要去掉哪个？发一条：
revoke-line = · { $command }
revoke-moved = { $name } 手上的 { $count } 件已转给别的同事。
refuse-area-mine = { $code } 不归你管，或者没有这个网格。你管的：{ $mine }
refuse-area = 你管的范围里没有 { $code } 这个网格。发 /areas 看看。
revoke-last = { $name } 没有别的角色了，/people 里也没有了。要再请回来，发 /invite { $role } { $area }
refuse-grant = 没找到“{ $name }”，或者同名的不止一位。名字和编号看 /people；还没有角色的人，发 /invite 请进来。
refuse-person = 没找到“{ $name }”，或者同名的不止一位。名字和编号看 /people，写编号也行，比如 #3。
refuse-person-here = 没找到“{ $name }”，或者同名的不止一位。这里有：{ $names }
refuse-no-grant = { $name } 本来就没有这个角色。
refuse-has-role = { $name } 已经有这个角色了。
signout-how = 让谁的网页退出登录？写名字或编号，比如：/signout 李敏
done-signout = { $count ->
    [0] { $name } 没有在网页上登录。
   *[other] 已让 { $name } 的 { $count } 台设备退出网页。要再进来，请重新 /invite；手上的事先用 /away 或 /revoke 交给同事。
}
told-signout = 管理员让你的网页退出登录了。要再从网页进来，请管理员重新邀请。
refuse-signout-elsewhere = { $name } 在别的区域也有角色，请管着那边的管理员来做。
refuse-own-role = 自己的管理员角色不能自己去掉，请另一位管理员来做。
people-title = <b>一共 { $count } 人</b>
people-line = #{ $id } { $name }：{ $roles }{ $gone }
people-away = {" "}· 休息，{ $at } 回来
people-away-later = {" "}· { $first }起休息
people-unreachable = {" "}· 📵 联系不上
people-roles = { $roles } 等 { $count } 处
refuse-people = 这里没有“{ $said }”。可以写名字、网格、角色，比如：/people G07、/people 网格长；全部的发 /people
people-more = 还有 { $count } 人没显示。只看一部分：/people G07、/people 网格长、/people 名字
areas-title = <b>{ $name }</b>（{ $code }）
areas-line = { $code } { $name } · { $staff } 人{ $group }
areas-group = {" "}· 有群
areas-group-lost = {" "}· ⚠️ 群里发不了
bind-how = 请把我拉进网格的群，在群里发：/bind 网格编号，比如 /bind G07
    不用这个群了，在哪儿发都行：/bind 关 G07
refuse-bound = 这个群已经绑了别的网格，请管那个网格的管理员来改
done-bind = 好，{ $area } 的事以后都发到这个群。
done-unbind = 好，{ $area } 的事不再发到群里了。
refuse-not-bound = 没有绑着的群。发 /areas 看哪些网格有群。
ask-announce = 要告诉 <b>{ $area }</b> 的人什么？写好发来，先给你看样子。
announce-more = “{ $words }”没有加进去。
ask-announce-preview = 会发给 <b>{ $area }</b> 的 { $count } 人，样子是：
done-announce = 开始发了，一共 { $count } 人。
health = <b>运行情况</b>
    待发消息 { $waiting } · 待取照片 { $media }
    处理不了的消息 { $quarantined }（有的话，请告诉管机器的同事）
    没办好 { $open } 件 · { $areas } 个区域 · { $staff } 位同事 · { $groups } 个群
health-area = <b>{ $area } 的情况</b>
    没办好 { $open } 件 · { $areas } 个区域 · { $staff } 位同事 · { $groups } 个群
health-faulty-files = ⚠️ 有 { $count } 个文件机器没处理成，都留着，会接着试（请告诉管机器的同事）
health-unheard = { $channel }：{ $since } 起没连上
health-unreachable = 联系不上的同事：{ $names }
health-no-group = 群里发不了消息：{ $areas }
admin-quarantined = ⚠️ 有一条消息我没处理好，已存为第 { $number } 号。请把这个号码告诉管机器的同事。
admin-unreadable = ⚠️ 有一条消息我既没处理好，也没能存进数据库，原文存在机器上的 unreadable.jsonl 里。请告诉管机器的同事。
admin-stuck = ⚠️ 有一件到点该办的事（{ $kind }）我试了好几次都没办成，还在接着试。请告诉管机器的同事。
admin-unsure = ⚠️ 机器刚才中断了。有 { $count } 条公告当时正在发，不知道对方收到没有；为免重复，没有再发。
admin-polls = ⚠️ { $channel } 上有一分半收不到新消息了。我一直在试，接上以后会补收。
admin-sends = ⚠️ { $channel } 上有消息等了一分钟还没发出去。我一直在试，不会丢。
stopped-busy = 那边说太忙，过一会儿就好。
stopped-many = 一下子发得太多，那边让等一等，过一会儿就好。
stopped-account = 那边不认我们的 ID 或密钥。请管机器的人跑一下 gridbee check，改对了重启我。
stopped-access = 那边不认我们的口令，我一直在换新的再试。一直不好，可能是密钥错了，也可能有别的程序在用同一个 ID 和密钥：请管机器的人跑一下 gridbee check。
stopped-address = 那边不认这台机器的地址。请管机器的人跑 gridbee check，把里面写的地址加进管理后台的名单（IP白名单、企业可信IP）。
stopped-rights = 那边不让我们的应用做这件事。请管机器的人到管理后台看看应用的权限和可见范围。
stopped-robot = 有个群里的机器人没有了，或者它的地址不对。请管机器的人换上新的地址，再重启我。
stopped-unspoken = 有个群里还没有人对机器人说过话。请在群里 @ 它说一句。
stopped-unpaid = 有人在那边没有席位。请那边的管理员给买一个，或者换个入口来。
stopped-silent = 发过去了，那边没有回音。
stopped-unreached = 这台机器连不上那边。请管机器的人看看网络和代理。
stopped-between = 路上有东西不让过，多半是代理。请管机器的人看看代理。
admin-shut = ⚠️ { $channel } 不认我们了（口令不对，或者另有一台在收），这个入口停了，别的照常。请管机器的人跑一下 gridbee check。
admin-carer-gone = ⚠️ { $name } 收不到消息了（退出了，或者把我拉黑了），手上还有 { $count } 件没办好：{ $numbers }。请转给别人。
admin-off = ⚠️ 配置里没有 { $channel } 了，那边的人和群收不到消息。
admin-switched-off = ⚠️ 配置里没有 { $channel } 了，那边收不到消息。等着发过去的 { $letters } 条留一天，过了就不发了；事情都在，照常办。有 { $people } 人只有那边能联系上。
admin-switched-off-staff = 其中同事：{ $names }。请他们从别的入口加入（/invite），手上的事先转给别人。
admin-switched-off-groups = 绑在那边的群：{ $names }。不用了就发 /bind 关 加编号。
admin-account = ⚠️ { $channel } 不认我们的 ID 或密钥，主动发的消息先都等着，不会丢。请管机器的人跑一下 gridbee check。
admin-access = ⚠️ { $channel } 换了新的口令还是不认我们，消息先等着，我每分钟再试。可能有别的程序在用同一个 ID 和密钥。
admin-address = ⚠️ { $channel } 不认这台机器的地址，主动发的消息先都等着，不会丢。请管机器的人跑 gridbee check，把里面写的地址加进名单（IP白名单、企业可信IP）。
admin-inactive = ⚠️ { $channel } 把应用停用了，因为很久没人用。请管机器的人到管理后台重新启用；有人在里面说句话，我就知道好了。
admin-other-clock = ⚠️ { $channel } 那边的时间和这台机器差了十分钟以上，别人对我说的话都收不进来。请管机器的人把机器的时间校准；校准以前，那边的人我听不到。
admin-rights = ⚠️ { $channel } 有些事不让这个号做。发不了的等对方说句话再送到，不会丢。请管机器的人跑 gridbee check 看缺什么（多半是没认证），补好以后重启我。
admin-day = ⚠️ 今天能调 { $channel } 的次数用完了，剩下的过了零点再发；别人来问，照样能答。
admin-template = ⚠️ { $channel } 有个模板消息发不出去：模板编号或字段和配置对不上。等着的话不会丢，对方说句话就送到，只是不会响。请管机器的人跑 gridbee check，对一下模板。
admin-hangs = ⚠️ { $channel } 没有回应了，要发的消息先排着。我一直在试，不会丢。
admin-unheard = ⚠️ { $channel } 断了一分多钟，我一直在重连。断着的时候，群里对我说的话、按的按钮我都收不到，也不会补收。
admin-displaced = ⚠️ { $channel } 被另一个连接顶掉了：有两个程序在用同一个机器人。这个入口停了，别的照常。请管机器的人停掉另一个，再重启我。
admin-was-unheard = ⚠️ { $channel }：{ $since } 到 { $until } 没连上。这段时间群里对我说的话、按的按钮，我都没收到，请大家再来一次。
admin-well = ✅ { $channel } 又正常了。
admin-faulty-files = ⚠️ 有照片或文件机器试了三次也没处理成。都留着，我会接着试。请告诉管机器的同事看看内存和硬盘。/health 里有数目。
admin-unreachable = ⚠️ { $area } 的群里我发不了消息了（被移出、禁言，或群没了）。请重新拉我进群、允许我发消息，再发 /bind { $code }。
admin-refused = ⚠️ 有一条消息发不进 { $area } 的群（{ $code }）。请看看群里是不是限制了我发消息。
commands-start = 开始
commands-my = 我的事项
commands-help = 能做什么
commands-cancel = 不报了
commands-lang = 语言 Language
commands-link = 把两个入口连成一个人
commands-queue = 待办
commands-mine = 我手上的
commands-overdue = 超时的
commands-onsite = 当场解决
commands-case = 看一件事
commands-stats = 统计
commands-people = 谁是谁
commands-areas = 网格
commands-invite = 请人加入
commands-announce = 发通知
commands-health = 运行情况

poster-how = 请写是哪个网格或驿站，比如：/poster G07，或者 /poster Y02
poster-station = <b>{ $name }</b> 的二维码：{ $channels }。打印出来贴在门口，扫了就看到开到几点、有什么、怎么进，也能报哪里坏了。一直有效。
poster-none = 现在没有一个渠道开得出二维码。/health 里看看哪个渠道开着。
poster-late = { $channel }还没给 { $code } 的二维码，我接着试，拿到了就补发。原因看 /health。
poster-refused = { $channel }不给 { $code } 的二维码（{ $why }）。多半是账号没认证，或者没有“生成带参数的二维码”这项接口权限；在公众平台弄好，再发 /poster { $code }。先贴别的渠道的也行。
refuse-poster = 你管的范围里没有 { $code } 这个网格或驿站。网格看 /areas。
poster = { $area } 的二维码：{ $channels }。打印出来贴上，扫了就能直接报，一直有效。
channel-telegram = Telegram
channel-web = 网页
channel-wechat = 微信
channel-wecom = 企业微信
channel-robots = 群机器人
channel-aibot = 企业微信智能机器人

ask-grant = 让 { $name } 当 { $area } 的{ $role }？点一下就办。
button-grant = 是，{ $name } 当 { $area } { $role }
ask-move = { $name } 到 { $area } 当{ $role }？点一下就办；原来的角色还留着，要去掉发 /revoke { $name }
refuse-grant-plain = 加角色、去角色要管理员来：{ $admins }。跟他们说一声“{ $words }”就行。
refuse-role-for-me = 角色要管理员来给：{ $admins }。请他们发：/grant { $name } { $role } { $area }
refuse-role-for-rider = 工作人员的角色由街道发邀请链接来给，我这儿给不了。有事直接发来就行。
refuse-to-all = 这条没发。给大家发通知要管理员来：{ $admins }，把话转给他们就行。
leaving-own = 要走了？手上这 { $count } 件先交给同事，点一位就行。角色由管理员去掉（{ $admins }），自己退出发 /forget
leaving-own-none = 要走了？你手上没有要交的。角色由管理员去掉（{ $admins }），自己退出发 /forget
leaving-own-to = 要走了？角色由管理员去掉（{ $admins }），自己退出发 /forget
leaving-other = { $name } 要走？手上这 { $count } 件交给谁，点一位。角色由管理员去掉：{ $admins }
leaving-other-none = { $name } 手上没有要交的。角色由管理员去掉：{ $admins }
leaving-not-yours = { $name } 的事由网格长或管理员交接：{ $admins }
phone-lost = { $name } 的手机丢了：先收回角色，捡到手机的人就看不到事项，手上的会转给同事（管理员：{ $admins }）。有新手机了再用 /invite 请回来。
revoke-given = 刚才给 { $name } 的角色是 { $what }，要收回吗？点一下就收回。
button-revoke = 收回这个角色
