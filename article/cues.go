package article

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A cue is a kind of wording by which a line of page, or of a byline, gives
// itself away. Cues are only features: the model weighs them with everything
// else that is seen of a line.
type cue uint8

const (
	navigation cue = iota
	appeal
	licence
	rights
	sharing
	consent
	comments
	advertisement
	related
	caption
	dated
	reading
	terms
	credits
	listen
	correction
	scene
	points
	speech
	cueKinds
)

var cueNames = [cueKinds]string{"navigation", "appeal", "licence", "rights", "sharing", "consent", "comments",
	"advertisement", "related", "caption", "dated", "reading", "terms", "credits", "listen", "correction", "scene", "points", "speech"}

// cuePhrases holds a phrase a line: words in lower case without apostrophes.
// "^" ties a phrase to the start of a line, "$" to its end.
var cuePhrases = [cueKinds]string{
	navigation: `
^skip to
^skip navigation
^accessibility links$
^accessibility help$
^jump to
^back to top
^toggle navigation
^main menu
^menu$
^search$
^search for$
^search form$
^search the site
^close$
^close menu
^home$
^homepage$
^log in$
^login$
^logout$
^log out$
^sign in$
^sign out$
^my account
^register$
^edition$
^sections$
^site map
^sitemap$
^site index$
^previous$
^next$
^next article
^previous article
^next story
^previous story
^next post
^previous post
^post navigation
^you are here
^breaking news$
^trending$
^trending now
^live tv$
^watch live$
^home news
^home world
^go to home page
^go to homepage
^enter keyword
^all sections
^show more$
^show less$
^view all$
^see all$
^load more
^loading$
^print edition$
^todays paper
^weather$
^sports$
^obituaries$
^classifieds$
^crossword$
^contact$
^careers$
^jobs$
^about$
^about us$
^about the author
^help$
^faq$
^rss$
^archive$
^archives$
`,
	appeal: `
newsletter
newsletters
^subscribe
subscribe now
subscribe today
subscribe to our
sign up for
sign up to
^sign up
^sign me up
delivered to your inbox
to your inbox
in your inbox
your inbox
in your in box
your email address
enter your email
enter email
enter e mail
email address$
^your email$
^donate
donate now
donate today
make a donation
tax deductible
chip in
support our work
support our journalism
support independent
^support the
become a member
become a supporter
^join us
^stand with us
please give
if you can spare
help us keep
help us continue
small favour to ask
small favor to ask
reader supported
readers like you
funded by readers
free from advertising
no paywall
nonprofit newsroom
non profit
get the latest
stay up to date
stay informed
free trial
already a subscriber
digital subscription
breaking news alerts
news alerts
download our app
download the app
news app
^get our
^get the app
every contribution
we take no money
independent journalism
our mission
follow us
^follow$
daily email
morning email
e brief
thank you for subscribing
you have successfully
invalid email
by signing up
unsubscribe
is a reader supported
help support
make a gift
your gift
`,
	licence: `
creative commons
licensed under
cc by
republish
reuse this content
reprints
republication
this work is
reproduced without
without permission
without written permission
may not be published
may not be reproduced
rewritten or redistributed
broadcast rewritten
permission to use
licensing
order reprints
hyperlink to
`,
	rights: `
all rights reserved
copyright 19
copyright 20
^copyright
^©
^c 20
rights reserved
registered 501
501 c
registered charity
registered in england
powered by
terms of use
terms of service
terms conditions
terms and conditions
privacy policy
privacy notice
cookie policy
user agreement
not responsible for the content of external
adchoices
contact us$
advertise with us
work for us
site by
best viewed
code of ethics
quotes delayed
delayed at least
`,
	sharing: `
^share$
^share this
^share on
^share via
^share article
^share or comment
^share tweet
^tweet$
^tweet share
^facebook$
^twitter$
^instagram$
^linkedin$
^pinterest$
^whatsapp$
^reddit$
^email$
^e mail$
^print$
^copy link
^copy this link
^facebook twitter
facebook email
email twitter
twitter facebook
email more
opens in new window
click to share
^like this
^post to facebook
your facebook feed
your friends email
^shares$
^send to
^save$
^bookmark
printer friendly
print friendly
follow us on
like us on facebook
share this story
share this page
share this article
react to this story
text audio print
font size
`,
	consent: `
use cookies
uses cookies
our cookies
cookie settings
accept cookies
^accept$
^accept all
^i agree
^got it$
gdpr
personal data
manage preferences
protected by recaptcha
recaptcha
not a robot
captcha
human visitor
enable javascript
javascript is disabled
javascript to view
`,
	comments: `
^comments$
^comment$
^no comments
^view comments
^show comments
^load comments
^add a comment
^add comment
^add new comment
^leave a comment
^leave a reply
^post a comment
^join the conversation
^join the discussion
^join discussion
^conversations$
^reply$
^report abuse
^log in to comment
thoughts on
keep it clean
welcomes thoughtful discussion
welcome to the discussion
be truthful
comments below have not been
view the discussion
this discussion
comments are closed
comments powered by
comment policy
will not be published
required fields
kept private
this entry was posted
posted in
bookmark the permalink
filed under
^permalink
responses to
`,
	advertisement: `
^advertisement
^advertisement$
^ad$
^ads$
^sponsored
^sponsor message
^paid content
^paid post
^promoted
^promotion$
^supported by$
support comes from
^continue reading
story continues below
article continues
continues after advertisement
by outbrain
by taboola
around the web
from around the web
from our partners
partners news
partner content
place an ad
sponsored links
sponsored content
featured businesses
`,
	related: `
^read more
^read also
^also read
^read next
^read$
^read the
^see also
^related
^more from
^more in
^more on
^more stories
^more coverage
^more news
^more$
^most read
^most popular
^most viewed
^most recent
^most watched
^most shared
^most commented
^top stories
^latest news
^latest stories
^recent stories
^recent posts
^popular posts
^related articles
^related stories
^related topics
^related coverage
^related content
^recommended
^recommended for you
^you may also like
^you might also like
^you may also be
^you may be interested
^also on
^dont miss
^editors picks
^must read
^must watch
^best of
^whats next
^trending
^tags
^tag
^topics
^topics$
^filed under
^categories
^category
^keep reading
^read full
^click here
^watch
^watch now
^just watched
^more videos
^see more
^view more
^features$
^in other news
^what to read next
^suggested
^best of the
^other stories
^up next
^list of
^end of list
^buzzing
^explore more
recommends$
`,
	caption: `
^photo
^photos
^file photo
file photo$
file photo
^image
^images
^image copyright
^image caption
image source
^picture
^pictured
^video
^media caption
getty images
ap photo
photo by
photo courtesy
photograph by
^photograph
photo illustration
^illustration
handout
^credit
^credits
shutterstock
flickr
istock
afp getty
via getty
via ap
express photo
hide caption
toggle caption
^caption
screenshot
screen grab
screengrab
reuters pic
buy now$
show thumbnails
scroll down for
^enlarge
^view gallery
^slideshow
^last slide
poses for
is seen in
is pictured
photo gallery
photographed in
^1 of
courtesy of
`,
	dated: `
^published
^published on
^posted
^posted on
^posted at
^updated
^last updated
^last modified
^first published
and last updated
updated at
published at
^submitted by
hours ago
minutes ago
days ago
hour ago
heard on
^date
`,
	reading: `
min read
minute read
minutes read
minutes to read
reading time
words$
`,
	terms: `
^terms
^privacy
^cookies$
^disclaimer
^contact us
^contact
^advertise
^accessibility$
^feedback
^subscriptions
^subscriber services
we want to hear from
news tip
news tips
tell us what you think
interested in your feedback
suggest a correction
report a typo
report an error
find an error
do you have information
send us a tip
more information about
p o box
you are receiving this
reply with the word
editorial standards
our standards
how we report
`,
	credits: `
contributed to this report
contributed to this article
contributed reporting
contributed to this story
^contributing
^reporting by
editing by
additional reporting
^by
^written by
^posted by
^edited by
^story by
^interview by
^from staff
staff writer
staff reporter
staff writers
staff report
senior reporter
senior writer
correspondent
contributor
political reporter
politics reporter
^source
in the print edition
appears in print
in print on
^special to
associated press$
is a staff writer
has been a staff writer
is a reporter
is a journalist
is a freelance
is a columnist
is the author of
covers politics
lives in
follow him on
follow her on
follow on twitter
can be reached at
reach him at
reach her at
email him at
`,
	listen: `
^listen
^listen to this
^listen now
^play
^replay$
^download$
^embed$
^transcript$
^newscast
^live radio
audio player
^audio
^chat with us
`,
	correction: `
^correction
^editors note
^clarification
this article has been updated
this story has been updated
an earlier version of
article was amended
`,
	scene: `
speaks at
speaks to
speaks during
speaks with
speaks in
listens to
listens during
looks on
arrives at
arrives for
attends the
waits for
wait for
wait at
stands in
stands at
stands outside
sits in
walks through
walks past
walks to
poses
waves
holds a
hold signs
gestures
testifies
in a file photo
in this file photo
center left
seen here
`,
	points: `
^key points
^story highlights
^highlights$
^key takeaways
^at a glance
^what you need to know
`,
	speech: `
said
says
told
asked
added
wrote
tweeted
according to
announced
denied
acknowledged
warned
argued
insisted
replied
explained
claimed
noted
confirmed
`,
}

// phrase is a cue phrase as word hashes.
type phrase struct {
	rest       []uint32 // after the first word
	start, end bool     // must stand at the start, at the end of the line
	kind       cue
}

// phrases is keyed by the hash of the first word.
var phrases = sync.OnceValue(func() map[uint32][]phrase {
	table := map[uint32][]phrase{}
	for kind := range cueKinds {
		for line := range strings.FieldsSeq(strings.ReplaceAll(strings.TrimSpace(cuePhrases[kind]), " ", "_")) {
			p := phrase{kind: kind, start: strings.HasPrefix(line, "^"), end: strings.HasSuffix(line, "$")}
			words, _ := hashWords(strings.ReplaceAll(strings.Trim(line, "^$"), "_", " "), nil, nil)
			p.rest = words[1:]
			table[words[0]] = append(table[words[0]], p)
		}
	}
	return table
})

// cuesIn returns the cues that the words hold, as bits.
func cuesIn(words []uint32) uint32 {
	table := phrases()
	var found uint32
	for i, w := range words {
		for _, p := range table[w] {
			if found&(1<<p.kind) == 0 && p.at(words, i) {
				found |= 1 << p.kind
			}
		}
	}
	return found
}

func (p *phrase) at(words []uint32, i int) bool {
	end := i + 1 + len(p.rest)
	if p.start && i > 0 || end > len(words) || p.end && end < len(words) {
		return false
	}
	for k, w := range p.rest {
		if words[i+1+k] != w {
			return false
		}
	}
	return true
}

// stemLength is how many letters of a word its stem keeps.
const stemLength = 5

// hashWords appends an FNV-1a hash of each word of s to words, and one of its
// first letters to stems. A word is letters and digits in lower case,
// apostrophes left out; the copyright sign is a word.
func hashWords(s string, words, stems []uint32) (_, _ []uint32) {
	const offset, prime = 2166136261, 16777619
	h, stem, n := uint32(offset), uint32(0), 0
	end := func() {
		if n > 0 {
			if n <= stemLength {
				stem = h
			}
			words, stems = append(words, h), append(stems, stem)
			h, n = offset, 0
		}
	}
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		switch {
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r >= 'a' && r <= 'z' || digitRune(r):
		case r == '\'' || r == '’':
			continue
		case r == '©':
			end()
			h, n = (h^uint32(r))*prime, 1
			end()
			continue
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			r = unicode.ToLower(r)
		default:
			end()
			continue
		}
		if n == stemLength {
			stem = h
		}
		h, n = (h^uint32(r))*prime, n+1
	}
	end()
	return words, stems
}

func digitRune(r rune) bool { return r >= '0' && r <= '9' }
