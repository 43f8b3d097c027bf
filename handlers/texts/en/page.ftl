## Words of the web chat's page

page-slogan = Say what you see on the road; someone takes care of it
page-name = Gridbee
page-about = Trouble on the road? Tell me
page-language = Language
page-phones = Three phones

# Who
page-role-rider = Rider
page-role-coordinator = Coordinator
page-role-lead = Lead
page-role-admin = Admin

# First visit
page-try = Try it
page-try-rider = Rider: send a photo and a few words
page-try-rider-example = Loose manhole cover at Xingfu Road, I nearly fell
page-try-coordinator = Coordinator: press a button on the card
page-try-admin = Admin: open the menu and look around

page-empty-rider = Seen a hazard, need a hand? Send a photo or a few words
page-empty-coordinator = When somebody reports something, its card comes here
page-empty-lead = When somebody reports something, its card comes here
page-empty-admin = The district is run from here; open the menu

# Writing
page-write = Say something…
page-send = Send
page-photo = Photo
page-photo-add = Add photos
page-photo-open = Enlarge photo
page-photos-most = Up to 9 at a time
page-photos-gone = The photos are gone from this phone; please pick them again
page-barred = That was not taken. Try once more; with many photos, pick fewer
page-camera = Take a photo
page-file = File
page-send-file = Send a file
page-remove = Remove
page-menu = What you can do
page-answers = Quick answers
page-drop = Drop to add
page-skip = Go straight to writing
page-cancel = Cancel
page-reply = Reply
page-edit = Edit
page-edit-last = Edit my last message
page-editing = Editing
page-edited = edited

# Messages
page-by-me = You:
page-by-us = Gridbee:
page-log = Messages
page-to-bottom = Go to the newest
page-today = Today
page-yesterday = Yesterday
page-sending = sending…
page-not-sent = not sent
page-retry = Try again
page-take-back = Take it back
page-reconnecting = Weak network, reconnecting…
page-close = Close
page-previous = Previous
page-next = Next

# Calls
page-call = Call
page-call-110 = Police
page-call-119 = Fire
page-call-120 = Ambulance

# Places
page-place = Place
page-place-send = Send a place
page-place-open = See on the map
page-place-pick = Where is it?
page-place-how = Tap the map
page-place-outside = Outside the district, but you can send it
page-place-confirm = It is here
page-my-position = My position
page-position-wait = Looking for your position…
page-position-off = Your phone gave no position; tap the map instead
page-zoom-in = Closer
page-zoom-out = Farther
page-zoom-all = Whole district
page-map-off = The map did not open; try again in a moment
page-error-unreadable = I couldn't read that one. Please send it again.
page-error-gone = You are not signed in here. Please start again from the first page.
page-error-not-yours = You can only change what you wrote yourself.

# The way in: what a link offers
page-enter-title = You are invited to join Gridbee
page-enter-role = Role
page-enter-area = Area
page-enter-note = The invitation works once; you join when you press
page-enter-take = Join
page-enter-gone = That invitation was used or is too old. Please ask the admin for a new one.
page-enter-trouble = The network is weak; trying again…
page-file-later = (I have your file and am working on it)
page-enter-device = Open your chat on this device
page-enter-person = Name
page-enter-device-note = The link works once; the chat opens when you press
page-enter-closes = The link works once. The chat that is open on this device now will be closed
page-enter-open = Open
page-busy = Too many people at once; the page will try again by itself in a moment.

# Signed-in devices
page-devices = Signed-in devices
page-devices-title = Open on these devices
page-device-this = This one
page-device-unknown = Some device
page-device-seen = Last spoke {"{time}"}
page-device-end = Sign it out
page-device-more = Open on another device
page-device-link-note = Open this link on the other device. It works once, within ten minutes; give it to nobody else:
page-device-trouble = That didn't work; please try again in a moment
page-copy = Copy
page-copied = Copied
page-leave = Sign out on this device
page-leave-note = After that this device no longer opens the chat. Your other devices stay signed in.
page-leave-last = No other device is signed in: after this nobody can open the chat again. Your cases go on all the same.
page-leave-sure = Sign out
