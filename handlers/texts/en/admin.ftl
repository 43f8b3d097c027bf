# What admins read.

help-admin = <b>Admin</b>
    /invite bring somebody in   /people who is who   /areas the grids
    /grant give a role   /revoke take a role   /bind tie a group to a grid
    /stats figures   /announce tell everybody   /health how things run
    /policy deadlines   /route who would get it   /audit who changed what   /poster QR codes

invitation-welcome = Welcome! You're now { $role } of <b>{ $area }</b>.
invitation-gone = That invitation was used or is too old. Please ask the admin for a new one.
invite-how = Please write a role and a grid, like: /invite coordinator G07
    Roles: coordinator, lead, admin. Without a grid it's your own area.
invite-link = To bring in a { $role } for { $area }, pass this on. It works once, within a week:
    { $link }
invite-words = In WeChat or WeCom they send me these words instead: { $words }
invite-scan = In WeCom they can scan this code instead.
grant-how = Please write who, role and grid, in any order, like: /grant Anna lead G07. Names and numbers are in /people.
revoke-how = Please write who, role and grid, in any order, like: /revoke Anna lead G07. With the name alone I list their roles.
done-grant = { $name } is now { $role } of { $area }.
done-revoke = { $name } is no longer { $role } of { $area }.
told-grant = You're now { $role } of <b>{ $area }</b> too.
told-revoke = You're no longer { $role } of <b>{ $area }</b>.{ $count ->
    [0] {""}
    [one] {" "}Your one case there is now with a colleague.
   *[other] {" "}Your { $count } cases there are now with colleagues.
}
revoke-which = { $name } has these roles. Send the line for the one to take away:
revoke-line = · { $command }
revoke-moved = What { $name } carried ({ $count }) is now with colleagues.
refuse-area-mine = { $code } is no grid of yours. Yours: { $mine }
refuse-area = There's no grid { $code } in your area. See /areas.
revoke-last = { $name } has no role left and is not in /people any more. To bring them back, send /invite { $role } { $area }
refuse-grant = I can't find “{ $name }”, or there are several of that name. Names and numbers are in /people; who has no role yet is brought in with /invite.
refuse-person = I can't find “{ $name }”, or there are several. /people has names and numbers; a number like #3 will do too.
refuse-person-here = I can't find “{ $name }”, or there are several. Here are: { $names }
refuse-no-grant = { $name } doesn't have that role.
refuse-has-role = { $name } has that role already.
signout-how = Whose web page should be signed out? A name or number, like: /signout Anna
done-signout = { $count ->
    [0] { $name } isn't signed in on the web page.
    [one] { $name } is signed out on 1 device. To come back they need a new /invite; hand on what they carry first, with /away or /revoke.
   *[other] { $name } is signed out on { $count } devices. To come back they need a new /invite; hand on what they carry first, with /away or /revoke.
}
told-signout = An admin signed you out of the web page. To come back there, please ask for a new invitation.
refuse-signout-elsewhere = { $name } has roles elsewhere too. Please ask the admin of those areas.
refuse-own-role = You can't take away your own admin role. Please ask another admin.
people-title = <b>{ $count ->
    [one] 1 person
   *[other] { $count } people
}</b>
people-line = #{ $id } { $name }: { $roles }{ $gone }
people-away = {" "}· away, back on { $at }
people-away-later = {" "}· away from { $first }
people-unreachable = {" "}· 📵 cannot be reached
people-roles = { $roles } and more, { $count } in all
refuse-people = Nobody here fits “{ $said }”. Write a name, a grid or a role: /people G07, /people lead; for all of them /people
people-more = { $count } more not shown. See a part: /people G07, /people lead, /people NAME
areas-title = <b>{ $name }</b> ({ $code })
areas-line = { $code } { $name } · { $staff } staff{ $group }
areas-group = {" "}· has a group
areas-group-lost = {" "}· ⚠️ its group is closed to me
bind-how = Add me to the grid's group and write there: /bind CODE, like /bind G07
    To take a group away again, write anywhere: /bind off G07
refuse-bound = This group belongs to another grid. Please ask an admin of that grid to change it
done-bind = Done. From now on the cases of { $area } appear in this group.
done-unbind = Done. The cases of { $area } no longer go to a group.
refuse-not-bound = There is no group here. /areas shows which grids have one.
ask-announce = What should people in <b>{ $area }</b> know? Write it and I'll show you how it looks first.
announce-more = “{ $words }” is not part of it.
ask-announce-preview = This goes to { $count ->
    [one] 1 person
   *[other] { $count } people
} in <b>{ $area }</b> and looks like this:
done-announce = On its way to { $count ->
    [one] 1 person
   *[other] { $count } people
}.
health = <b>How the machine is</b>
    messages waiting { $waiting } · pictures to fetch { $media }
    messages I couldn't handle { $quarantined } (if there are any, please tell whoever runs the machine)
    open cases { $open } · areas { $areas } · staff { $staff } · groups { $groups }
health-area = <b>{ $area } now</b>
    Open cases: { $open } · areas: { $areas } · staff: { $staff } · groups: { $groups }
health-faulty-files = ⚠️ Files the machine couldn't deal with: { $count }. They are kept and tried again (please tell whoever runs the machine)
health-unheard = { $channel }: cut off since { $since }
health-unreachable = Staff who cannot be reached: { $names }
health-no-group = I cannot write in the group of: { $areas }
admin-quarantined = ⚠️ There's a message I couldn't handle, kept as number { $number }. Please tell whoever runs the machine this number.
admin-unreadable = ⚠️ I could neither handle a message nor store it in the database. It is kept as it came in the file unreadable.jsonl on the machine. Please tell whoever runs it.
admin-stuck = ⚠️ Something that was due ({ $kind }) has failed several times, and I keep trying. Please tell whoever runs the machine.
admin-unsure = ⚠️ The machine was interrupted while { $count ->
    [one] one announcement was
   *[other] { $count } announcements were
} going out. Nobody knows whether they arrived; they were not sent again, so that nobody gets them twice.
admin-polls = ⚠️ Nothing has come from { $channel } for a minute and a half. I keep trying, and what was sent meanwhile will still arrive.
admin-sends = ⚠️ Messages to { $channel } have been waiting for more than a minute. I keep trying; none is lost.
stopped-busy = The other side says it is too busy; that passes by itself.
stopped-many = Too many at once for the other side; that passes by itself.
stopped-account = The other side doesn't accept our ID or secret. Whoever runs the machine: try gridbee check, correct them and restart me.
stopped-access = The other side keeps rejecting our access, though I ask anew. If it goes on, the secret is wrong, or another program uses the same ID and secret. Whoever runs the machine: try gridbee check.
stopped-address = The other side doesn't know this machine's address. Whoever runs the machine: gridbee check shows the address to add to the list in the console (IP白名单, 企业可信IP).
stopped-rights = The other side doesn't let our app do this. Whoever runs the machine: look at the app's rights and at who may see it (可见范围) in the console.
stopped-robot = The robot of a group is gone, or its address is wrong. Whoever runs the machine: put in the new address and restart me.
stopped-unspoken = In one group nobody has spoken to the robot yet. Please @ it there and say a word.
stopped-unpaid = Somebody has no paid seat there. Please have one bought for them, or ask them in by another way.
stopped-silent = They were sent, and the other side said nothing.
stopped-unreached = This machine doesn't reach the other side. Whoever runs the machine: look at the network and the proxy.
stopped-between = Something on the way lets nothing through, most likely the proxy. Whoever runs the machine: look at it.
admin-shut = ⚠️ { $channel } turns us away (a wrong token, or another machine is receiving): this door is shut, the others go on. Ask whoever runs the machine to try gridbee check.
admin-carer-gone = ⚠️ { $name } no longer gets messages (left, or blocked me) and has { $count } open: { $numbers }. Please hand them to somebody else.
admin-off = ⚠️ { $channel } is no longer in the configuration: people and groups there hear nothing.
admin-switched-off = ⚠️ { $channel } is no longer in the configuration, so nobody hears anything there. Messages waiting for it: { $letters }. They are kept for a day and then given up; the cases go on as they are. People who can be reached only there: { $people }.
admin-switched-off-staff = Staff among them: { $names }. Please ask them in by another way (/invite), and hand on what they have.
admin-switched-off-groups = Groups bound there: { $names }. Where you no longer need one: /bind off CODE.
admin-account = ⚠️ { $channel } doesn't accept our ID or secret, so nothing goes there by itself. Nothing is lost: it waits. Ask whoever runs the machine to try gridbee check.
admin-access = ⚠️ { $channel } keeps rejecting our access, though I asked anew. Messages wait; I try again every minute. Perhaps another program uses the same ID and secret.
admin-address = ⚠️ { $channel } doesn't know this machine's address, so nothing goes there by itself. Nothing is lost: it waits. Whoever runs the machine: gridbee check shows the address to add to the IP list (IP白名单, 企业可信IP).
admin-inactive = ⚠️ { $channel } has switched the app off, since nobody used it. Whoever runs the machine: switch it on again in the console; I know that it is well as soon as somebody says a word there.
admin-other-clock = ⚠️ What people say to me in { $channel } is refused, as the time there and on this machine is more than ten minutes apart. Whoever runs the machine: set its clock; until then nobody is heard there.
admin-rights = ⚠️ { $channel } doesn't let this account do all that I need. What I may not send waits until the person writes something. Whoever runs the machine: gridbee check says what is missing (usually 认证); after that restart me.
admin-day = ⚠️ Today's calls to { $channel } are used up. What is left goes out after midnight; answers still go.
admin-template = ⚠️ A template of { $channel } can't be sent: its id or a field isn't what the account has. Nothing is lost, but nobody is rung by it: letters wait for the person's next word. Whoever runs the machine: gridbee check compares the templates.
admin-hangs = ⚠️ { $channel } does not answer, so messages wait their turn. I keep trying; none is lost.
admin-unheard = ⚠️ { $channel } has been cut off for over a minute, and I keep trying. What is said to me or pressed in the groups meanwhile does not reach me, and will not later.
admin-displaced = ⚠️ Another connection has taken the place of { $channel }: two programs use the same robot. This door is shut, the others go on. Ask whoever runs the machine to stop the other one and restart me.
admin-was-unheard = ⚠️ { $channel } was cut off from { $since } to { $until }. What was said to me or pressed in the groups meanwhile never reached me: please do it once more.
admin-well = ✅ { $channel } works again.
admin-faulty-files = ⚠️ Three tries, and the machine still couldn't deal with a photo or file. Nothing is lost: they are kept and I go on trying. Please ask whoever runs the machine to look at memory and disk. /health has the number.
admin-unreachable = ⚠️ I can no longer write in the group of { $area }: I was removed or muted, or it is gone. Please add me again, allow me to write, and send /bind { $code } there.
admin-refused = ⚠️ A message could not be sent to the group of { $area } ({ $code }). Please check whether the group restricts what I may send.
commands-start = start
commands-my = my cases
commands-help = what I can do
commands-cancel = never mind
commands-lang = language 语言
commands-link = join the two places where you use me
commands-queue = open cases
commands-mine = what I carry
commands-overdue = what's late
commands-onsite = solved on the spot
commands-case = one case
commands-stats = figures
commands-people = who is who
commands-areas = the grids
commands-invite = bring somebody in
commands-announce = tell everybody
commands-health = is all well

poster-how = Please write which grid or rest station, like: /poster G07 or /poster Y02
poster-station = QR codes for <b>{ $name }</b>: { $channels }. Print and put up at the door; whoever scans sees until when it is open, what is there and how to get in, and can report what is broken. Good for ever.
poster-none = No channel can make a QR code now. /health shows which channels are on.
poster-late = { $channel } hasn't given the QR code for { $code } yet. I keep trying and send it as soon as I have it. /health shows why.
poster-refused = { $channel } gives no QR code for { $code } ({ $why }). Most likely the account isn't verified, or lacks the right to make QR codes with parameters. Put that right in its console, then send /poster { $code } again; the other channels' codes work meanwhile.
refuse-poster = There's no grid or rest station { $code } in your area. For grids see /areas.
poster = QR codes for { $area }: { $channels }. Print and put up; whoever scans can report at once. Good for ever.
channel-telegram = Telegram
channel-web = Page
channel-wechat = WeChat
channel-wecom = WeCom
channel-robots = Group robots
channel-aibot = The WeCom robot

ask-grant = Make { $name } { $role } of { $area }? One press does it.
button-grant = Yes, { $name } { $role } of { $area }
ask-move = { $name } to { $area } as { $role }? One press does it; the old role stays, /revoke { $name } takes it away
refuse-grant-plain = Roles are given and taken by admins: { $admins }. Just tell them “{ $words }”.
refuse-role-for-me = Roles are given by admins: { $admins }. Ask them to send: /grant { $name } { $role } { $area }
refuse-role-for-rider = The street gives roles of staff by an invitation; I cannot. If something is wrong, just send it.
refuse-to-all = I sent that to nobody. What goes to everybody is for an admin to send: { $admins }. Pass the words on to them.
leaving-own = You are leaving? { $count ->
    [one] Hand your 1 case
   *[other] Hand your { $count } cases
} to a colleague first, one press. An admin takes your role away ({ $admins }); /forget leaves for good
leaving-own-none = You are leaving? There is nothing to hand over. An admin takes your role away ({ $admins }); /forget leaves for good
leaving-own-to = Leaving? Admins take the role away ({ $admins }); to be forgotten yourself, send /forget
leaving-other = { $name } is leaving? To whom shall { $count ->
    [one] this 1 case
   *[other] these { $count } cases
} go? An admin takes the role away: { $admins }
leaving-other-none = { $name } has nothing to hand over. An admin takes the role away: { $admins }
leaving-not-yours = The lead or an admin hands over what { $name } has: { $admins }
phone-lost = { $name } lost the phone: take the role away first, then whoever finds it sees no cases, and what they carry goes to colleagues (admins: { $admins }). With a new phone, /invite brings them back.
revoke-given = The role you gave last: { $name }, { $what }. Take it back? One press does it.
button-revoke = Take this role back
