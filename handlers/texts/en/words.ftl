# Words that people may write, with spaces between them. They count in every language.

language-words = english en 英文 英语
words-on = on
words-off = off
words-back = back
words-default = default
words-offices = offices units
words-coordinator = coordinator
words-lead = lead
words-admin = admin
words-working = working
words-around = always around
words-wrong = wrong no nope incorrect not_right not_correct that's_wrong that_is_wrong that's_not_right that_is_not_right it's_wrong this_is_wrong not_that
words-polite = thanks thank_you thank_you_very_much thanks_a_lot thx ty hello hi hey
words-particles = -
words-of-buttons = skip back submit cancel
words-mine = mine my me
words-late = late overdue
words-unassigned = unassigned untaken nobody nobody's
words-urgent = urgent
words-grid = grid
words-consent = ok okay okk okey k yes yes_please yep yeah yup sure right correct exactly confirm confirmed fine sounds_good looks_good all_good that's_it thats_it that's_right thats_right agreed send send_it submit submit_it go_ahead please
words-cancel = cancel never_mind nevermind nvm forget_it forget_about_it forget_that withdraw delete no_need drop leave skip scrap ignore don't_bother dont_bother not_needed by_mistake my_mistake my_bad false_alarm stop wrong_button wrong_chat no_longer_needed don't_need
words-beside-cancel = it please pls this that the report request draft sorry thanks thank you i want would like to my was a ok oh for now just all about
words-anonymous = anonymous anonymously stay_anonymous make_it_anonymous
words-named = not_anonymous named
words-asks = ?
