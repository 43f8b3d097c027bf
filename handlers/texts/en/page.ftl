## Words of the web chat's page

page-slogan = Say what you see on the road; someone takes care of it
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
page-camera = Take a photo
page-file = File
page-send-file = Send a file
page-remove = Remove
page-menu = What you can do
page-answers = Quick answers
page-drop = Drop to add
page-cancel = Cancel
page-reply = Reply
page-edit = Edit
page-edit-last = Edit my last message
page-editing = Editing
page-edited = edited

# Messages
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
page-error-gone = This link no longer works. Please start again from the first page.
page-error-not-yours = You can only change what you wrote yourself.

# The way in: what a link offers
page-enter-title = You are invited to join Gridbee
page-enter-role = Role
page-enter-area = Area
page-enter-note = The invitation works once; you have joined when you press
page-enter-take = Join
page-enter-trouble = The network is weak; trying again…
page-file-later = (I have your file and am working on it)
