"""An article that conforms, and for every constraint of the shapes what violates it, in Turtle, with the message."""

from onrecord.graph.vocabulary import PREFIXES

PREFIX = (
    "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in PREFIXES.items()) + "@prefix : <http://e/> .\n"
)
TEXT = "Kuleba of Save Ukraine said in May that 20 to 30 children came home. The ICC had issued a warrant in 2023."
CONFORMS = """
:article a onr:Article ; onr:source "a.txt" ; onr:sha256 "{hash}" ; schema:datePublished "2024-05-25"^^xsd:date ;
    schema:headline "Home" .
:person a onr:Person ; schema:name "Kuleba" ; skos:altLabel "Mykola" ; onr:mention :named ;
    schema:birthDate "1983-05"^^xsd:gYearMonth .
:named onr:form "pronoun" ; onr:rule "named in full" ; onr:confidence 0.98 .
:child a onr:Person ; schema:name "Ilia" ; onr:mention :boy ; onr:minor true ; onr:ageEvidence :words .
:organization a onr:Organization ; schema:name "Save Ukraine" ; onr:mention :ngo .
:court a onr:Court, onr:Organization ; schema:name "ICC" ; onr:mention :icc .
:place a onr:Place ; schema:name "Kyiv" ; onr:mention :city .
:date a onr:DateExpression ; onr:date "2024-05"^^xsd:gYearMonth ; onr:earliest "2024-05-01"^^xsd:date ;
    onr:latest "2024-05-31"^^xsd:date ; onr:evidence :words .
:figure a onr:Figure ; onr:value 20.0 ; onr:upper 30.0 ; onr:lowerBound 20.0 ; onr:upperBound 30.0 ;
    onr:hedge hedge:between ; onr:counted "children" ; onr:action action:returned ; onr:scope scope:total ;
    onr:factuality factuality:fact ;
    onr:asOf "2024"^^xsd:gYear ; onr:earliest "2024-01-01"^^xsd:date ; onr:latest "2024-12-31"^^xsd:date ;
    onr:reportedBy :person ; prov:qualifiedAttribution :source ; onr:evidence :words .
:source a prov:Attribution ; prov:agent :person ; onr:rank 1 ; onr:evidence :words .
:figure onr:corrects :gone . :gone a onr:Figure ; onr:value 36.0 ; onr:hedge hedge:exact ; onr:counted "children" ;
    onr:action action:returned ; onr:scope scope:total ;
    onr:factuality factuality:fact ; onr:withdrawn true ; onr:evidence :words .
:statement a onr:Statement ; onr:speechForm "indirect" ; onr:speaker :person ; onr:evidence :words ;
    onr:saying saying:denial ; onr:venue "a briefing in Kyiv" ; onr:saidIn :place ; onr:denies :figure ;
    onr:confidence 0.0 ;
    onr:date "2024-05-01/2024-05-31"^^edtf:EDTF ;
    onr:earliest "2024-05-01"^^xsd:date ; onr:latest "2024-05-31"^^xsd:date .
:position a onr:Position ; org:member :person ; org:organization :organization ; schema:roleName "head" ;
    onr:evidence :words .
:office a onr:Office ; schema:roleName "head" ; org:postIn :organization ; onr:evidence :words .
:act a onr:Act ; onr:actType act:ArrestWarrant ; onr:by :court ; onr:against :person ; onr:evidence :words ;
    onr:date "2023-03-17"^^xsd:date ; onr:earliest "2023-03-17"^^xsd:date ; onr:latest "2023-03-17"^^xsd:date .
:agreement a onr:Act ; onr:actType act:Agreement ; onr:against :organization ; onr:evidence :words .
:sought a onr:Act ; onr:actType act:ArrestWarrant ; onr:soughtBy :person ; onr:standing standing:sought ;
    onr:evidence :words .
:accusation a onr:Accusation ; onr:accused :person ; onr:allegation "fraud" ; onr:allegedBy :court ;
    onr:progress accusation:charged ; onr:evidence :words .
:event a onr:Event ; onr:eventKind event:mission ; schema:name "the return" ; onr:where :place ; onr:mention :told ;
    onr:date "2024-05"^^xsd:gYearMonth ; onr:earliest "2024-05-01"^^xsd:date ; onr:latest "2024-05-31"^^xsd:date .
:figure onr:event :event ; onr:where :place ; onr:agent :organization . :act onr:event :event .
:figure onr:basis basis:action-words . basis:action-words onr:decides onr:action ; onr:confidence 0.92 ;
    skos:prefLabel "told by the words around it"@en .
{stretches}
:taken a onr:ReaderDecision ; onr:verdict verdict:same ; onr:node "Kuleba" ; onr:other "Mykola" ; onr:about :person ;
    prov:wasAttributedTo :reader ; schema:dateCreated "2026-11-22"^^xsd:date ; prov:wasDerivedFrom :file .
:reader a prov:Agent ; schema:name "O. Hrabar" .
:file a prov:Entity ; schema:name "decisions.csv" ; onr:sha256 "{hash}" .
:select oa:start 0 ; oa:end 6 ; oa:exact "Kuleba" .
:named oa:hasSelector :page .
:page a oa:FragmentSelector ; rdf:value "page=3" ; dcterms:conformsTo <http://tools.ietf.org/rfc/rfc3778> .
""".replace("{hash}", "ab" * 32).replace(
    "{stretches}",
    "\n".join(
        f":{name} oa:hasSource :article ; oa:hasSelector :select ."
        for name in ("words", "named", "boy", "ngo", "icc", "city", "told")
    ),
)

ARTICLE = ("An article has one source: the name under which it was given.", "An article has the SHA-256 of its text.")
RETRIEVED = "An article was captured at one time, in UTC."
RECEIVED_AS = "An article's text was taken from one of nine kinds of documents."
RECEIVED = "What an article was taken from has one SHA-256."
PUBLISHED_FROM = "Where an article's day of publication is stated is one of seven places."
PUBLISHED, HEADLINE = "An article is published on one day of the calendar.", "An article's headline is not empty."
NAMED = "A person has one preferred name, and it is not empty."
BORN = "A person was born on a day, in a month or a year."
PERSON_LABELS, PERSON_KNOWN = "A person's other names are not empty.", "A person is known by the words of an article."
AGE, AGE_WORDS = "A person is a child or of age, not both.", "Evidence of age is a stretch of the article."
AGE_SAID = "That somebody is a child, or of age, stands in the words of the article."
IS_CHILD = "Only a person is a child."
IS_PERSON = "A person is neither a place nor an organization."
ORGANIZATION = "An organization has one preferred name, and it is not empty."
ORGANIZATION_LABELS = "An organization's other names are not empty."
ORGANIZATION_KNOWN = "An organization is known by the words of an article."
IS_ORGANIZATION, IS_COURT = "An organization is no place.", "A court is an organization as well."
PLACE, PLACE_LABELS = "A place has one preferred name, and it is not empty.", "A place's other names are not empty."
PLACE_KNOWN = "A place is known by the words of an article."
DATE = "A date expression resolves to one day, month, year or span of the calendar."
EARLIEST, LATEST = "The earliest day of a date is not after its latest.", "A date has one latest day."
DATE_WORDS = "A date expression has the words that it is."
NO_DATE = "The date is not a day, month, year or span of the calendar."
VALUE, UPPER = "A figure has one value, a number.", "A range has one upper end."
BELOW_ZERO = (
    "Only a measure, such as a change in percent or a temperature, lies below zero; "
    "a count of those to whom something happened does not."
)
RANGE = "The lower end of a range is not above its upper end."
BOUNDS = "A figure's lower bound is not above its upper bound."
HEDGE, COUNTED = "A figure is given with one degree of firmness.", "A figure says what is counted."
ACTION = "A figure says what happened to those counted, or 'other'."
SCOPE = "A figure is a total, an increment or unspecified."
FACTUALITY = "A figure is given as a fact, planned, possible or negated."
AS_OF = "A figure holds as of a day, month, year or span of the calendar."
REPORTED, REPORTED_NAME = "A figure has one original source.", "A figure's source has one name."
CHAIN = "Every source in a figure's chain is somebody the graph knows, at one place in it, by words of the article."
WITHDRAWN = "A figure is withdrawn, or nothing is said of it."
CORRECTS = "What a figure corrects is a figure that is withdrawn."
SUM = "A sum is of two figures or more."
INSTEAD = "A figure that is withdrawn has one that holds instead."
FIGURE_WORDS = "A figure has the words that give it."
FUTURE = "The figure holds as of a day after its article's publication that the text does not name."
SAID, FORM = "A statement has the words said.", "A statement is direct, indirect or mixed speech."
SPEAKER = "A statement has one speaker."
SAYING = "A statement does one thing: it asserts, denies, questions, refuses, requests, promises or appraises."
VENUE, SAID_IN = "A statement is made at one venue, and it is not empty.", "A statement is made in one place."
DENIES, DENIAL = "A denial denies one statement, figure or act.", "Only a denial denies something."
SAID_WHEN = "A statement is made on a day, month, year or span of the calendar."
MEMBER, ORGANIZED = "A position is held by one person.", "A position is held in one organization at most."
TITLE, TITLE_WORDS = "A position has a title, and it is not empty.", "A position has the words that give it."
ACT_TYPE, ACT_BY = "An act has one type.", "An act is by one body."
MAKER = (
    "The maker of an act is named or described, not both; of one that has not come about it is known who asked for it "
    "or turned it down."
)
MAKER_TEXT, MADE_IN = "What describes the maker of an act is a text.", "An act is made in one place."
ACQUITS = "Whom an act acquits it is not against."
EARLIER_ACT = "What an act upholds, overturns or amends is another act."
EITHER = "What an act upholds it does not overturn."
ACT_EVENT, EVENT_OF = "An act belongs to one event at most.", "A figure belongs to one event at most."
WHERE, AGENT = "Those whom a figure counts are in one place.", "One agent did it to those whom a figure counts."
BASES = "Each field of a figure was decided on one basis at most."
BASIS_FIELD, BASIS_TOLD = "A basis decides one field of a figure.", "A basis is told in words."
BASIS_SURE = "A basis has one confidence, a decimal from 0 to 1."
EVENT_KIND, EVENT_NAME = "An event is of one kind.", "An event has the article's words for it."
EVENT_PLACE = "An event happened in one place."
EVENT_WHEN = "An event happened on one day, month, year or span of the calendar."
EVENT_WORDS = "An event has the words that tell it."
MENTIONING = "A mention stands for one entity or event."
ROLE = "A position comes to one normalised role."
TENURE = "A position is held in one way: now, for the time being, in the past."
ATTESTED = "A position is attested for one day, month, year or span of the calendar."
OFFICE_OF, OFFICE_TITLE = "An office is that of one body or place.", "An office has one title."
OFFICE_WORDS = "An office has the words that name it."
ACCUSED = "An accusation is against one person or body."
ALLEGATION = "An accusation has the deed, in the words of the article."
ALLEGED_BY = "An accusation is that of one person or body, and not of who is accused."
PROGRESS = "An accusation has come to one point: suspected, charged, convicted, acquitted."
ACCUSATION_WORDS = "An accusation has the words that make it."
ACT_STANDING = "An act stands in one way: issued, in force, appealed, overturned, or only sought, rejected or vetoed."
ACT_WHEN = "An act is dated by a day, month, year or span of the calendar."
ACT_WORDS = "An act has the words that make it."
MENTION_WORDS = "A mention is one stretch of words."
MENTIONED, MENTION_WHY = (
    "A mention is a role or a pronoun, or else a name.",
    "A mention was taken to be one for one reason.",
)
MENTION_SURE = "A mention has one confidence at most, a decimal from 0 to 1."
STATEMENT_SURE = "A statement has one confidence at most, a decimal from 0 to 1."
VERDICT = "A reader's decision gives one verdict of the word list."
DECIDED_NODE, DECIDED_OTHER = (
    "A reader's decision names the node it is about.",
    "A reader's decision is about two nodes at most.",
)
DECIDED_VALUE, DECIDED_WHERE = (
    "A reader decides on one type, label or value.",
    "A name is decided on in one article, or in all.",
)
DECIDED_WHEN, DECIDED_BY = "A reader's decision was taken on one day.", "A reader's decision says who took it."
FORMER = "What a statement was read to say is a text."
CORRECTED = "Who corrects a statement says in which field, what it says there, and why."
DECIDED_IN = "A reader's decision comes from a file, known by its SHA-256."
ONE_SOURCE = "Evidence lies in one article."
ONE_SELECTOR = "Evidence has one selector, and in a printed document one more, of its page."
ONE_PAGE, PAGE_NAMED = "Evidence starts on one page: page=3.", "The selector of a page names it."
PAGE_SCHEME = "The selector of a page follows RFC 3778."
STARTS, ENDS = "Evidence starts at one offset.", "Evidence ends at one offset."
QUOTES = "Evidence quotes the exact words, and they are not empty."
ORDER = "Evidence starts before it ends."
NOT_THE_QUOTE = "The text between the offsets is not the quote."

# What is wrong, the triples that make it so (on top of the article above, or in place of a triple of it), the message.
VIOLATIONS = [
    # mentions
    ("a mention without words", ":person onr:mention :x .", MENTION_WORDS),
    ("a mention in two places", ":named oa:hasSelector :other . :other oa:start 7 .", MENTION_WORDS),
    ("a mention of nobody", ':words onr:form "role" .', MENTIONING),
    ("a mention of two", ":place onr:mention :told .", MENTIONING),
    ("a mention of no known form", ':told onr:form "nickname" .', MENTIONED),
    ("a mention of two forms", ':named onr:form "role" .', MENTIONED),
    ("a mention for two reasons", ':named onr:rule "surname" .', MENTION_WHY),
    ("a mention for a number", ":told onr:rule 3 .", MENTION_WHY),
    ("a mention of two confidences", ":named onr:confidence 0.97 .", MENTION_SURE),
    ("a mention that is sure in words", ':told onr:confidence "high" .', MENTION_SURE),
    ("a mention that is less than impossible", ":told onr:confidence -0.01 .", MENTION_SURE),
    ("a mention that is more than certain", ":told onr:confidence 98.0 .", MENTION_SURE),
    # articles
    ("an article without a source", ":x a onr:Article .", ARTICLE[0]),
    ("an article with two sources", ':article onr:source "b.txt" .', ARTICLE[0]),
    ("an article whose source is a number", ":x a onr:Article ; onr:source 3 .", ARTICLE[0]),
    ("an article whose source is empty", ':x a onr:Article ; onr:source "" .', ARTICLE[0]),
    ("an article without a hash", ":x a onr:Article .", ARTICLE[1]),
    ("an article with two hashes", f':article onr:sha256 "{"cd" * 32}" .', ARTICLE[1]),
    ("an article with a hash that is none", ':x a onr:Article ; onr:sha256 "abc" .', ARTICLE[1]),
    ("an article of two days", ':article schema:datePublished "2024-01-26"^^xsd:date .', PUBLISHED),
    ("an article of a month", ':x a onr:Article ; schema:datePublished "2024-01"^^xsd:gYearMonth .', PUBLISHED),
    ("an article of 30 February", ':x a onr:Article ; schema:datePublished "2024-02-30"^^xsd:date .', PUBLISHED),
    ("an article dated in two places", ':article onr:publishedFrom "meta", "time" .', PUBLISHED_FROM),
    ("an article dated in a place of its own", ':x a onr:Article ; onr:publishedFrom "guess" .', PUBLISHED_FROM),
    ("an article received as what is not read", ':x a onr:Article ; onr:receivedAs "fax" .', RECEIVED_AS),
    ("an article received in two ways", ':article onr:receivedAs "text", "html" .', RECEIVED_AS),
    ("an article of two files", f':article onr:receivedSha256 "{"ab" * 32}", "{"cd" * 32}" .', RECEIVED),
    ("an article with a hash as received that is none", ':x a onr:Article ; onr:receivedSha256 "ab" .', RECEIVED),
    ("an article with two headlines", ':article schema:headline "Home again" .', HEADLINE),
    (
        "an article captured twice",
        ':article onr:retrieved "2024-05-26T10:00:00+00:00"^^xsd:dateTime, "2024-05-27T10:00:00+00:00"^^xsd:dateTime .',
        RETRIEVED,
    ),
    ("an article captured at no hour", ':article onr:retrieved "2024-05-26"^^xsd:date .', RETRIEVED),
    ("an article with an empty headline", ':x a onr:Article ; schema:headline "" .', HEADLINE),
    # readers' decisions
    ("a decision without a verdict", ":x a onr:ReaderDecision .", VERDICT),
    ("a decision with two verdicts", ":taken onr:verdict verdict:different .", VERDICT),
    ("a decision with a verdict of its own", ":x a onr:ReaderDecision ; onr:verdict verdict:equal .", VERDICT),
    ("a decision about nothing", ":x a onr:ReaderDecision .", DECIDED_NODE),
    ("a decision about two at once", ':taken onr:node "Olena" .', DECIDED_NODE),
    ("a decision about three", ':taken onr:other "Olena" .', DECIDED_OTHER),
    ("a decision for two types", ':taken onr:decidedValue "person", "place" .', DECIDED_VALUE),
    ("what was read before as a number", ":taken onr:formerValue 4 .", FORMER),
    ("a decision in two articles", ':taken onr:inArticle "a.txt", "b.txt" .', DECIDED_WHERE),
    ("a decision of no day", ":x a onr:ReaderDecision .", DECIDED_WHEN),
    ("a decision of two days", ':taken schema:dateCreated "2026-11-23"^^xsd:date .', DECIDED_WHEN),
    ("a decision of a month", ':x a onr:ReaderDecision ; schema:dateCreated "2026-11"^^xsd:gYearMonth .', DECIDED_WHEN),
    ("a decision of nobody", ":x a onr:ReaderDecision .", DECIDED_BY),
    ("a decision of two people", ':reader schema:name "Olha Hrabar" .', DECIDED_BY),
    ("a decision from no file", ":x a onr:ReaderDecision .", DECIDED_IN),
    ("a decision from a file without a hash", ':file onr:sha256 "abc" .', DECIDED_IN),
    ("a correction of nothing", ":x a onr:ReaderDecision ; onr:verdict verdict:corrected .", CORRECTED),
    (
        "a correction without a reason",
        ':x a onr:ReaderDecision ; onr:verdict verdict:corrected ; onr:decidedValue "value = 3" .',
        CORRECTED,
    ),
    # people, organizations, courts, places
    ("a person without a name", ":x a onr:Person .", NAMED),
    ("a person with two preferred names", ':person schema:name "Mykola" .', NAMED),
    ("a person whose name is a number", ":x a onr:Person ; schema:name 3 .", NAMED),
    ("a person whose name is blank", ':x a onr:Person ; schema:name " " .', NAMED),
    ("a person with an empty label", ':person skos:altLabel "" .', PERSON_LABELS),
    ("a person with a label in a language", ':person skos:altLabel "Kuleba"@uk .', PERSON_LABELS),
    ("a person whom no article mentions", ":x a onr:Person .", PERSON_KNOWN),
    ("a person born one day in spring", ':person schema:birthDate "spring 1961" .', BORN),
    ("a person who is a child and of age", ":person onr:minor true, false .", AGE),
    ("a person who is a child in words", ':person onr:minor "yes" .', AGE),
    ("an age that a sentence alone says", ':person onr:ageEvidence "14" .', AGE_WORDS),
    ("a child of whom no words say it", ":person onr:minor true .", AGE_SAID),
    ("a place that is a child", ":place onr:minor true ; onr:ageEvidence :words .", IS_CHILD),
    ("a person who is also a place", ":person a onr:Place .", IS_PERSON),
    ("a person who is also an organization", ":person a onr:Organization .", IS_PERSON),
    ("an organization without a name", ":x a onr:Organization .", ORGANIZATION),
    ("an organization with two preferred names", ':organization schema:name "SU" .', ORGANIZATION),
    ("an organization whose name is a number", ":x a onr:Organization ; schema:name 3 .", ORGANIZATION),
    ("an organization whose name is blank", ':x a onr:Organization ; schema:name "\\t" .', ORGANIZATION),
    ("an organization with an empty label", ':organization skos:altLabel "" .', ORGANIZATION_LABELS),
    ("an organization with a label in a language", ':organization skos:altLabel "SU"@en .', ORGANIZATION_LABELS),
    ("an organization no article mentions", ":x a onr:Organization .", ORGANIZATION_KNOWN),
    ("an organization that is also a place", ":organization a onr:Place .", IS_ORGANIZATION),
    ("a court that is no organization", ":x a onr:Court .", IS_COURT),
    ("a place without a name", ":x a onr:Place .", PLACE),
    ("a place with two preferred names", ':place schema:name "Kiev" .', PLACE),
    ("a place whose name is a number", ":x a onr:Place ; schema:name 3 .", PLACE),
    ("a place whose name is blank", ':x a onr:Place ; schema:name "" .', PLACE),
    ("a place with an empty label", ':place skos:altLabel "" .', PLACE_LABELS),
    ("a place with a label in a language", ':place skos:altLabel "Київ"@uk .', PLACE_LABELS),
    ("a place no article mentions", ":x a onr:Place .", PLACE_KNOWN),
    # dates
    ("a date expression without a date", ":x a onr:DateExpression .", DATE),
    ("a date expression with two dates", ':date onr:date "2024"^^xsd:gYear .', DATE),
    ("a date without an earliest day", ":x a onr:DateExpression .", EARLIEST),
    ("a date with two earliest days", ':date onr:earliest "2024-05-02"^^xsd:date .', EARLIEST),
    (
        "a date whose earliest day is a month",
        ':x a onr:DateExpression ; onr:earliest "2024-05"^^xsd:gYearMonth .',
        EARLIEST,
    ),
    (
        "a date whose earliest day is after its latest",
        ':x a onr:DateExpression ; onr:earliest "2024-05-02"^^xsd:date ; onr:latest "2024-05-01"^^xsd:date .',
        EARLIEST,
    ),
    ("a date without a latest day", ":x a onr:DateExpression .", LATEST),
    ("a date with two latest days", ':date onr:latest "2024-05-30"^^xsd:date .', LATEST),
    ("a date whose latest day is a year", ':x a onr:DateExpression ; onr:latest "2024"^^xsd:gYear .', LATEST),
    ("a date expression without its words", ":x a onr:DateExpression .", DATE_WORDS),
    ("a date that is a word", ':x onr:date "soon" .', NO_DATE),
    ("a date of 30 February", ':x onr:date "2024-02-30"^^xsd:date .', NO_DATE),
    ("a date of month 13", ':x onr:date "2024-13"^^xsd:gYearMonth .', NO_DATE),
    ("a date without its days", ':x onr:date "2024-05"^^xsd:gYearMonth .', NO_DATE),
    (
        "a day beside another date",
        ':x onr:date "2024-05-02"^^xsd:date ; onr:earliest "2024-05-01"^^xsd:date .',
        NO_DATE,
    ),
    (
        "a month that is said to be a day",
        ':x onr:asOf "2024-05"^^xsd:date ; onr:earliest "2024-05-01"^^xsd:date .',
        NO_DATE,
    ),
    (
        "a day that is said to be a year",
        ':x onr:asOf "2024-05-01"^^xsd:gYear ; onr:earliest "2024-05-01"^^xsd:date .',
        NO_DATE,
    ),
    ("a span that is a text", ':x onr:date "2024/2025" ; onr:earliest "2024-01-01"^^xsd:date .', NO_DATE),
    ("a span that is a word", ':x onr:date "soon"^^edtf:EDTF ; onr:earliest "2024-01-01"^^xsd:date .', NO_DATE),
    # figures
    ("a figure without a value", ":x a onr:Figure .", VALUE),
    ("a figure with two values", ":figure onr:value 25.0 .", VALUE),
    ("a figure whose value is a text", ':x a onr:Figure ; onr:value "twenty" .', VALUE),
    ("people below zero", ":x a onr:Figure ; onr:value -1.0 ; onr:action action:returned .", BELOW_ZERO),
    ("a range with two upper ends", ":figure onr:upper 40.0 .", UPPER),
    ("a range with an upper end in words", ':x a onr:Figure ; onr:upper "thirty" .', UPPER),
    ("a range from 30 to 20", ":x a onr:Figure ; onr:value 30.0 ; onr:upper 20.0 .", RANGE),
    ("a figure with two lower bounds", ":figure onr:lowerBound 10.0 .", BOUNDS),
    ("a figure with a lower bound in words", ':x a onr:Figure ; onr:lowerBound "twenty" .', BOUNDS),
    (
        "a figure whose lower bound is above its upper",
        ":x a onr:Figure ; onr:lowerBound 3.0 ; onr:upperBound 2.0 .",
        BOUNDS,
    ),
    ("a figure without a hedge", ":x a onr:Figure .", HEDGE),
    ("a figure with two hedges", ":figure onr:hedge hedge:about .", HEDGE),
    ("a figure whose hedge is a text", ':x a onr:Figure ; onr:hedge "about" .', HEDGE),
    ("a figure of nothing", ":x a onr:Figure .", COUNTED),
    ("a figure of two things", ':figure onr:counted "people" .', COUNTED),
    ("a figure of a concept", ":x a onr:Figure ; onr:counted :children .", COUNTED),
    ("a figure of blanks", ':x a onr:Figure ; onr:counted " " .', COUNTED),
    ("a figure without an action", ":x a onr:Figure .", ACTION),
    ("a figure with two actions", ":figure onr:action action:deported .", ACTION),
    ("a figure whose action is a text", ':x a onr:Figure ; onr:action "returned" .', ACTION),
    ("a figure without a scope", ":x a onr:Figure .", SCOPE),
    ("a figure with two scopes", ":figure onr:scope scope:increment .", SCOPE),
    ("a figure whose scope is a text", ':x a onr:Figure ; onr:scope "total" .', SCOPE),
    ("a figure without a factuality", ":x a onr:Figure .", FACTUALITY),
    ("a figure that is planned and a fact", ":figure onr:factuality factuality:planned .", FACTUALITY),
    ("a figure whose factuality is a text", ':x a onr:Figure ; onr:factuality "fact" .', FACTUALITY),
    ("a figure as of two dates", ':figure onr:asOf "2023"^^xsd:gYear .', AS_OF),
    ("a figure from two sources", ":figure onr:reportedBy :court .", REPORTED),
    ("a figure whose source is a text", ':x a onr:Figure ; onr:reportedBy "Kuleba" .', REPORTED),
    ("a figure whose source has two names", ':person schema:name "Mykola" .', REPORTED_NAME),
    (
        "a figure whose source is gone",
        ":figure prov:qualifiedAttribution :x . :x a prov:Attribution ; onr:rank 2 ; onr:evidence :words .",
        CHAIN,
    ),
    (
        "a figure whose source is in no place of the chain",
        ":figure prov:qualifiedAttribution :x . :x a prov:Attribution ; prov:agent :person ; onr:evidence :words .",
        CHAIN,
    ),
    (
        "a figure whose source no words name",
        ":figure prov:qualifiedAttribution :x . :x a prov:Attribution ; prov:agent :person ; onr:rank 2 .",
        CHAIN,
    ),
    ("a figure that is not withdrawn, and says so", ":figure onr:withdrawn false .", WITHDRAWN),
    ("a figure that corrects one that still holds", ":gone onr:corrects :figure .", CORRECTS),
    ("a figure that corrects a text", ':figure onr:corrects "36" .', CORRECTS),
    ("a sum of one figure", ":figure onr:sumOf :gone .", SUM),
    ("a sum of a text", ':figure onr:sumOf "20", "11" .', SUM),
    ("a withdrawn figure with none in its place", ":x a onr:Figure ; onr:withdrawn true .", INSTEAD),
    ("a figure without words", ":x a onr:Figure .", FIGURE_WORDS),
    ("a figure of two events", ":figure onr:event :other . :other a onr:Event .", EVENT_OF),
    ("a figure of a place", ":x a onr:Figure ; onr:event :place .", EVENT_OF),
    ("a figure in two places", ":figure onr:where :other . :other a onr:Place .", WHERE),
    ("a figure in a person", ":x a onr:Figure ; onr:where :person .", WHERE),
    ("a figure of two agents", ":figure onr:agent :person .", AGENT),
    ("a figure whose agent is a text", ':x a onr:Figure ; onr:agent "the charity" .', AGENT),
    ("a figure on nine bases", f":figure onr:basis {', '.join(f':b{n}' for n in range(9))} .", BASES),
    ("a figure decided on words", ':figure onr:basis "the verb" .', BASES),
    ("a basis of two fields", "basis:action-words onr:decides onr:scope .", BASIS_FIELD),
    ("a basis of a field in words", ':x onr:decides "the action" .', BASIS_FIELD),
    ("a basis without a confidence", ":x onr:decides onr:scope .", BASIS_SURE),
    ("a basis of two confidences", "basis:action-words onr:confidence 0.9 .", BASIS_SURE),
    ("a basis that is sure in words", ':x onr:decides onr:scope ; onr:confidence "high" .', BASIS_SURE),
    ("a basis that is less than impossible", ":x onr:decides onr:scope ; onr:confidence -0.01 .", BASIS_SURE),
    ("a basis that is more than certain", ":x onr:decides onr:scope ; onr:confidence 98.0 .", BASIS_SURE),
    ("a basis without words", ":x onr:decides onr:scope .", BASIS_TOLD),
    ("a basis in two wordings", 'basis:action-words skos:prefLabel "by its words"@en .', BASIS_TOLD),
    (
        "a figure of a day after publication",
        ":x a onr:Figure ; onr:evidence :words ; "
        'onr:asOf "2024-06-01"^^xsd:date ; onr:earliest "2024-06-01"^^xsd:date .',
        FUTURE,
    ),
    # statements
    ("a statement without words", ":x a onr:Statement .", SAID),
    ("a statement without a form", ":x a onr:Statement .", FORM),
    ("a statement of two forms", ':statement onr:speechForm "direct" .', FORM),
    ("a statement of an unknown form", ':x a onr:Statement ; onr:speechForm "loud" .', FORM),
    ("a statement of two speakers", ":statement onr:speaker :court .", SPEAKER),
    ("a statement whose speaker is a text", ':x a onr:Statement ; onr:speaker "Kuleba" .', SPEAKER),
    ("a statement that does nothing", ":x a onr:Statement .", SAYING),
    ("a statement that asserts and denies", ":statement onr:saying saying:assertion .", SAYING),
    ("a statement that does what a text says", ':x a onr:Statement ; onr:saying "denial" .', SAYING),
    ("a statement at two venues", ':statement onr:venue "Facebook" .', VENUE),
    ("a statement at a venue without words", ':x a onr:Statement ; onr:venue " " .', VENUE),
    ("a statement at a venue that is a number", ":x a onr:Statement ; onr:venue 3 .", VENUE),
    ("a statement made in two places", ":statement onr:saidIn :court .", SAID_IN),
    ("a statement made in somebody", ":x a onr:Statement ; onr:saidIn :person .", SAID_IN),
    ("a denial of two things", ":statement onr:denies :act .", DENIES),
    ("a denial of a text", ':x onr:denies "that they left" .', DENIES),
    ("an assertion that denies", ":x a onr:Statement ; onr:saying saying:assertion ; onr:denies :act .", DENIAL),
    ("a statement of two confidences", ":statement onr:confidence 0.9 .", STATEMENT_SURE),
    ("a statement that is sure in words", ':x a onr:Statement ; onr:confidence "0.9" .', STATEMENT_SURE),
    ("a statement that is less than impossible", ":x a onr:Statement ; onr:confidence -1.0 .", STATEMENT_SURE),
    ("a statement that is more than certain", ":x a onr:Statement ; onr:confidence 1.01 .", STATEMENT_SURE),
    ("a statement made on two days", ':statement onr:date "2024"^^xsd:gYear .', SAID_WHEN),
    # positions
    ("a position of nobody", ":x a onr:Position .", MEMBER),
    ("a position of two people", ":position org:member :x . :x a onr:Person .", MEMBER),
    ("a position of a place", ":x a onr:Position ; org:member :place .", MEMBER),
    ("a position in two organizations", ":position org:organization :court .", ORGANIZED),
    ("a position in a place", ":x a onr:Position ; org:organization :place .", ORGANIZED),
    ("a position without a title", ":x a onr:Position .", TITLE),
    ("a position with two titles", ':position schema:roleName "chair" .', TITLE),
    ("a position whose title is a number", ":x a onr:Position ; schema:roleName 3 .", TITLE),
    ("a position whose title is blank", ':x a onr:Position ; schema:roleName " " .', TITLE),
    ("a position without words", ":x a onr:Position .", TITLE_WORDS),
    ("a position of two roles", ":position onr:role post:head, post:chair .", ROLE),
    ("a role that is a text", ':position onr:role "head" .', ROLE),
    ("a tenure that is a text", ':position onr:tenure "former" .', TENURE),
    ("a position former and acting", ":position onr:tenure tenure:former, tenure:acting .", TENURE),
    ("a position of two years", ':position onr:attested "2019"^^xsd:gYear, "2020"^^xsd:gYear .', ATTESTED),
    # offices
    ("an office of nothing", ':x a onr:Office ; schema:roleName "head" .', OFFICE_OF),
    ("an office of a body and a place", ":office onr:jurisdiction :place .", OFFICE_OF),
    ("an office without a title", ":x a onr:Office .", OFFICE_TITLE),
    ("an office with two titles", ':office schema:roleName "chair" .', OFFICE_TITLE),
    ("an office whose title is a number", ":x a onr:Office ; schema:roleName 3 .", OFFICE_TITLE),
    ("an office without words", ":x a onr:Office .", OFFICE_WORDS),
    # acts
    ("an act without a type", ":x a onr:Act .", ACT_TYPE),
    ("an act of two types", ":act onr:actType act:Charge .", ACT_TYPE),
    ("an act whose type is a text", ':x a onr:Act ; onr:actType "warrant" .', ACT_TYPE),
    ("an act by two bodies", ":act onr:by :organization .", ACT_BY),
    ("an act by a text", ':x a onr:Act ; onr:by "the court" .', ACT_BY),
    ("an act by a court that is described as well", ':act onr:byDescription "a court" .', MAKER),
    ("an act by two that are described", ':x a onr:Act ; onr:byDescription "a court", "a judge" .', MAKER_TEXT),
    ("an act by a description without words", ':x a onr:Act ; onr:byDescription "" .', MAKER_TEXT),
    ("an act described by a number", ":x a onr:Act ; onr:byDescription 3 .", MAKER_TEXT),
    ("an act made in a text", ':x a onr:Act ; onr:madeIn "Tavno" .', MADE_IN),
    ("an act that acquits a text", ':x a onr:Act ; onr:acquits "Jan" .', ACQUITS),
    ("a warrant that nobody asked for", ":x a onr:Act ; onr:standing standing:sought .", MAKER),
    ("an act made in two places", ":x a onr:Act ; onr:madeIn :place, :other .", MADE_IN),
    ("an act made in a court", ":act onr:madeIn :court .", MADE_IN),
    ("an act against whom it acquits", ":act onr:acquits :person .", ACQUITS),
    ("an act that upholds a text", ':act onr:upholds "the sentence" .', EARLIER_ACT),
    ("an act that overturns a person", ":act onr:overturns :person .", EARLIER_ACT),
    ("an act that amends a place", ":act onr:amends :place .", EARLIER_ACT),
    ("an act that upholds what it overturns", ":act onr:upholds :b ; onr:overturns :b . :b a onr:Act .", EITHER),
    ("an act that stands in two ways", ":act onr:standing standing:issued, standing:appealed .", ACT_STANDING),
    ("a standing that is a text", ':act onr:standing "issued" .', ACT_STANDING),
    ("an act of two days", ':act onr:date "2023"^^xsd:gYear .', ACT_WHEN),
    ("an act without words", ":x a onr:Act .", ACT_WORDS),
    # accusations
    ("an accusation against nobody", ":x a onr:Accusation .", ACCUSED),
    ("an accusation against two", ":accusation onr:accused :organization .", ACCUSED),
    ("an accusation against a text", ':x a onr:Accusation ; onr:accused "Jan" .', ACCUSED),
    ("an accusation of nothing", ":x a onr:Accusation .", ALLEGATION),
    ("an accusation of two deeds", ':accusation onr:allegation "theft" .', ALLEGATION),
    ("an accusation of a number", ":x a onr:Accusation ; onr:allegation 3 .", ALLEGATION),
    ("an accusation of blanks", ':x a onr:Accusation ; onr:allegation " " .', ALLEGATION),
    ("an accusation by two", ":accusation onr:allegedBy :organization .", ALLEGED_BY),
    ("an accusation by a text", ':x a onr:Accusation ; onr:allegedBy "police" .', ALLEGED_BY),
    ("an accusation of oneself", ":x a onr:Accusation ; onr:accused :person ; onr:allegedBy :person .", ALLEGED_BY),
    ("an accusation that has come nowhere", ":x a onr:Accusation .", PROGRESS),
    ("an accusation at two points", ":accusation onr:progress accusation:acquitted .", PROGRESS),
    ("an accusation whose point is a text", ':x a onr:Accusation ; onr:progress "charged" .', PROGRESS),
    ("an accusation without words", ":x a onr:Accusation .", ACCUSATION_WORDS),
    ("an act of two events", ":act onr:event :other . :other a onr:Event .", ACT_EVENT),
    ("an act of a place", ":x a onr:Act ; onr:event :place .", ACT_EVENT),
    # events
    ("an event of no kind", ":x a onr:Event .", EVENT_KIND),
    ("an event of two kinds", ":event onr:eventKind event:fire .", EVENT_KIND),
    ("an event whose kind is a text", ':x a onr:Event ; onr:eventKind "fire" .', EVENT_KIND),
    ("an event without a name", ":x a onr:Event .", EVENT_NAME),
    ("an event of two names", ':event schema:name "the mission" .', EVENT_NAME),
    ("an event whose name is empty", ':x a onr:Event ; schema:name " " .', EVENT_NAME),
    ("an event whose name is a number", ":x a onr:Event ; schema:name 3 .", EVENT_NAME),
    ("an event in two places", ":event onr:where :other . :other a onr:Place .", EVENT_PLACE),
    ("an event in a person", ":x a onr:Event ; onr:where :person .", EVENT_PLACE),
    ("an event of two days", ':event onr:date "2023"^^xsd:gYear .', EVENT_WHEN),
    ("an event without words", ":x a onr:Event .", EVENT_WORDS),
    # evidence
    ("evidence of no article", ":x a onr:Evidence .", ONE_SOURCE),
    ("evidence of two articles", ":words oa:hasSource :other .", ONE_SOURCE),
    ("evidence of a text", ':x oa:hasSource "a.txt" .', ONE_SOURCE),
    ("evidence without a selector", ":x a onr:Evidence .", ONE_SELECTOR),
    ("evidence with two selectors", ":words oa:hasSelector :other .", ONE_SELECTOR),
    ("evidence whose selector is a text", ':x oa:hasSelector "Kuleba" .', ONE_SELECTOR),
    ("evidence with three selectors", ':words oa:hasSelector :page, :other . :other oa:exact "of" .', ONE_SELECTOR),
    ("evidence on two pages", ':words oa:hasSelector :page, :other . :other rdf:value "page=2" .', ONE_PAGE),
    ("evidence on page 0", ':words oa:hasSelector :other . :other rdf:value "page=0" .', ONE_PAGE),
    ("evidence on a page that is a number", ":words oa:hasSelector :other . :other rdf:value 3 .", ONE_PAGE),
    ("a page without a name", ":x dcterms:conformsTo <http://tools.ietf.org/rfc/rfc3778> .", PAGE_NAMED),
    ("a page of two names", ':page rdf:value "page=4" .', PAGE_NAMED),
    ("a page of no known scheme", ':x rdf:value "page=2" .', PAGE_SCHEME),
    ("a page of two schemes", ":page dcterms:conformsTo :scheme .", PAGE_SCHEME),
    ("evidence without a start", ":x oa:hasSelector :other .", STARTS),
    ("evidence with two starts", ":select oa:start 1 .", STARTS),
    ("evidence whose start is a text", ':x oa:hasSelector :y . :y oa:start "0" .', STARTS),
    (
        "evidence that starts before the text",
        ":x oa:hasSelector :y . :y oa:start -1 .",
        STARTS,
    ),
    ("evidence without an end", ":x oa:hasSelector :other .", ENDS),
    ("evidence with two ends", ":select oa:end 7 .", ENDS),
    ("evidence whose end is a text", ':x oa:hasSelector :y . :y oa:end "6" .', ENDS),
    ("evidence that ends before the text", ":x oa:hasSelector :y . :y oa:end -1 .", ENDS),
    ("evidence without a quote", ":x oa:hasSelector :other .", QUOTES),
    ("evidence with two quotes", ':select oa:exact "kuleba" .', QUOTES),
    ("evidence whose quote is a number", ":x oa:hasSelector :y . :y oa:exact 3 .", QUOTES),
    ("evidence whose quote is empty", ':x oa:hasSelector :y . :y oa:exact "" .', QUOTES),
    ("evidence that ends where it starts", ':x oa:hasSelector :y . :y oa:start 6 ; oa:end 6 ; oa:exact "" .', ORDER),
    (
        "evidence whose offsets do not yield its quote",
        ':x oa:hasSource :article ; oa:hasSelector :y . :y oa:start 1 ; oa:end 7 ; oa:exact "Kuleba" .',
        NOT_THE_QUOTE,
    ),
    (
        "evidence beyond the end of the text",
        ':x oa:hasSource :article ; oa:hasSelector :y . :y oa:start 1000 ; oa:end 1006 ; oa:exact "Kuleba" .',
        NOT_THE_QUOTE,
    ),
    (
        "evidence whose offsets are texts",
        ':x oa:hasSource :article ; oa:hasSelector :y . :y oa:start "0" ; oa:end "6" ; oa:exact "Kuleba" .',
        NOT_THE_QUOTE,
    ),
    (
        "evidence whose end is half a character",
        ':x oa:hasSource :article ; oa:hasSelector :y . :y oa:start 0 ; oa:end 6.5 ; oa:exact "Kuleba" .',
        NOT_THE_QUOTE,
    ),
    (
        "evidence counted from the end of the text",
        ':x oa:hasSource :article ; oa:hasSelector :y . :y oa:start -5 ; oa:end -1 ; oa:exact "2023" .',
        NOT_THE_QUOTE,
    ),
    ("a date that is a place", ':x onr:date :place ; onr:earliest "2024-05-01"^^xsd:date .', NO_DATE),
    ("a figure as of a day in words", ':x a onr:Figure ; onr:earliest "May" ; onr:evidence :words .', FUTURE),
]
