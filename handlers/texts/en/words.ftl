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
words-wrong = wrong no
words-of-buttons = skip back submit cancel
