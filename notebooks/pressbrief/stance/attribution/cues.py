"""Cues of attribution: words that say that somebody says, asks, wants, judges or feels something.

Each verb stands under its base form with the complements that it takes:
  say      a clause, reported or quoted ("said that", "said Wednesday", a quotation)
  ask      somebody to do something ("urged the Taliban to")
  aim      to do something ("refused to", "hopes to")
  express  a matter ("expressed concern about", "discussed the talks")
  judge    somebody or something, well or ill ("condemned", "praised", "called it a failure")
A verb may stand under several. Grow the tables here; nothing else knows a cue by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pressbrief.english.verb_forms import inflected
from pressbrief.english.word_classes import words

_VERBS = {
    "say": """say state add claim argue note announce declare explain insist stress emphasize
        emphasise underline underscore warn report confirm deny reply respond acknowledge admit
        believe think suggest assert affirm allege maintain concede predict promise pledge vow
        propose recall remark observe reiterate reaffirm contend complain conclude write tweet
        reveal disclose testify indicate agree hope fear tell speculate estimate joke quip caution
        counter retort recount boast lament opine reckon reason posit point learn know feel
        mention answer hint imply charge signal ask wonder expect worry realize realise recognize
        recognise assume suspect doubt decide figure swear assure convince remind notify inform
        proclaim profess theorize theorise hypothesize echo shout yell scream whisper mutter
        muse gush crow exclaim interject chime fume thunder continue find show demonstrate see
        understand guess imagine post retweet brag threaten urge recommend advise instruct demand
        clarify elaborate repeat rule determine discover foresee forecast project anticipate
        calculate remember accept wish dream stipulate specify tease deadpan crack vent begin
        comment offer regret rejoice signal sneer sigh snap marvel plead chant conjecture rail""",
    "ask": """urge ask press request order warn tell advise implore instruct remind beg exhort
        caution persuade convince want expect beseech pressure challenge command recommend dare""",
    "aim": """want seek hope refuse decline vow pledge promise threaten agree offer intend plan
        wish decide demand ask aspire prefer propose opt choose expect attempt aim resolve
        hesitate swear beg long""",
    "express": """express voice convey emphasize emphasise stress reiterate acknowledge deny demand
        propose declare announce pledge describe cite admit confirm reaffirm underline underscore
        promise outline suggest claim discuss mention expect recall reveal predict
        foresee want seek request note highlight echo repeat detail explain advocate
        recommend reference invoke quote articulate understand believe decide consider contemplate
        ponder recognize recognise regret doubt question fear""",
    "judge": """condemn criticize criticise praise welcome denounce blame accuse slam hail reject
        oppose applaud defend attack commend decry deplore laud lambast rebuke ridicule mock
        endorse blast dismiss chide fault assail disparage deride support favor favour back
        dislike love hate admire prefer trust distrust mistrust resent despise embrace doubt
        question challenge respect thank congratulate tout champion disavow repudiate insult label
        call identify portray paint depict characterize characterise deem dub view regard brand
        berate scold chastise castigate excoriate lambaste bash knock skewer hammer rip trash pan
        savage pillory vilify demonize demonise belittle scorn taunt disapprove approve
        appreciate celebrate cheer salute compliment credit honor honour liken compare name
        consider oppose resist tackle target loathe detest abhor fear revile idolize worship
        bemoan bewail disown renounce reprimand reproach rebuff rebut refute discredit contradict
        dispute protest demean smear malign denigrate heckle troll needle lobby recognize
        recognise condone justify vindicate""",
}
# A verb and its particle that make one cue; what follows is a matter or somebody.
_PHRASES = {
    "ask": "call:on call:upon appeal:to plead:with",
    "say": "point:out",
    "express": """call:for speak:of warn:of warn:against complain:about complain:of speak:about
        talk:about talk:of refer:to allude:to comment:on worry:about joke:about brag:about
        boast:of boast:about care:about push:for press:for argue:for argue:against wonder:about
        think:of think:about know:about respond:to react:to reply:to point:to reflect:on
        elaborate:on testify:about ask:about ask:for hint:at apologize:for apologise:for
        dream:of lobby:for vow:to lay:out insist:on dwell:on muse:about opine:on touch:on
        refrain:from abstain:from""",
    "judge": """lash:out rail:against object:to agree:with disagree:with side:with stand:by
        vouch:for vote:for approve:of disapprove:of believe:in sympathize:with sympathise:with
        balk:at scoff:at laugh:at sneer:at bristle:at protest:against campaign:for
        testify:against vote:against lavish:praise heap:praise
        pour:scorn cast:doubt take:aim hit:out fire:back speak:out""",
}
# A form that is also a noun is a verb only before a clause or a quotation, or after its subject.
NOUNS = words(
    """state states claim claims note notes report reports reply replies respond charge charges
    demand demands request requests order orders press attack attacks blame hope hopes fear fears
    estimate estimates promise promises pledge pledges vow vows caution counter answer answers
    recall reason reasons point points mention mentions signal signals push voice voices stress
    blast praise fault remark remarks joke jokes boast thought feeling meaning writing warning
    saying reasoning ordering finding findings reading beginning understanding support supports
    back favor favour doubt doubts question questions challenge challenges respect trust love
    hate view views regard regards label labels brand brands tout credit honor honour name names
    call calls offer offers plan plans aim aims attempt attempts wish wishes dream dreams show
    shows find project projects post posts read rule forecast forecasts guess issue issues
    release address addresses raise target tackle hammer trash pan rip bash knock savage cheer
    compliment salute insult taunt rebuke protest direct command invite pressure long like
    needle troll lobby quote quotes reference detail details highlight advocate advocates press
    champion champions backing supporting meeting sound see resolve opposing leading crack
    snap sigh sneer regret regrets welcome smear back worry worries clarify figure figures
    comment comments tweet tweets retweet tease scorn dislike mistrust distrust desire experience
    matter scream shout ask matters"""
)
# Said of things too ("the context suggests"): cues only with a named speaker right before them.
EVIDENCE = words(
    """suggest indicate imply hint reveal signal mention reason learn show demonstrate find see
    read name target project rule back begin offer continue compare honor honour celebrate"""
) | {"hint at", "point to"}
# Verbs that say what somebody or something is: "described the talks … as “…”".
NAMING = words(
    """describe call identify label portray paint depict characterize characterise dub view regard
    brand praise criticize criticise dismiss hail denounce cite condemn see name"""
) | {"refer to"}
# Who can suggest or show something, where no name is the subject.
SPEAKING = words(
    """he she they who official officials poll polls survey surveys study studies report reports
    research data results document documents strategy resolution figures numbers records
    statistics minister ministers
    spokesman spokeswoman spokesperson analyst analysts expert experts aides aide advisers adviser
    source sources researchers scientists police authorities officers prosecutors lawyers lawmakers
    senators leaders president government ministry committee court newspaper paper campaign
    candidate critics supporters email emails letter statement some others many investigators"""
)
# Verbs that stand for words spoken or written: only these are reports inside a report.
SPOKEN = words(
    """say tell add state announce declare report warn write note claim argue explain insist ask
    urge reply respond deny confirm suggest stress emphasize emphasise reiterate assert allege
    affirm reaffirm contend complain promise pledge vow propose remark observe testify tweet
    acknowledge admit concede predict maintain recall"""
) | {"call on", "call upon", "appeal to", "point out", "call for"}
# "used the meeting to reaffirm": verbs whose object is a means of saying.
MEANS = words("use uses used using take takes took seize seizes seized")
# Verbs of other work as well ("maintain ties"): cues only before "that" or a quotation.
CLAUSE_ONLY = words(
    """maintain counter know feel agree learn reason point posit hint imply tell conclude continue
    reckon observe write indicate charge estimate find show demonstrate see realize realise figure
    read begin offer rule determine discover project guess assume remember accept dream urge
    recommend crack snap sigh vent post retweet calculate decide threaten respond reply tweet
    expect comment"""
)
# Verbs that say to whom: "told reporters that".
ADDRESSED = words("tell remind assure inform notify warn ask convince")
# "was quoted as saying".
QUOTED = words("quoted cited reported recorded")
# "quoted him as saying".
QUOTING = words("quote quotes quoted quoting cite cites cited citing")
# Subjects by which a verb is known from a noun of the same form.
ONE = words("he she it who")
SEVERAL = words("they who many")
PASSIVE = words("is are was were be been being")
# Verbs that only lead to the next one ("continued to insist", "went on to say").
CHAIN = words(
    """continue continues continued begin begins began start starts started go goes went going
    appear appears appeared seem seems seemed came proceed proceeded used rush rushed has have
    had on out need needs"""
)
# Nouns that are cues after a possessive or before "from": "Japan's criticism of", with the words
# that lead to their content.
NOUN_CUES = words(
    """criticism criticisms claim claims assertion assertions statement argument arguments belief
    beliefs view views opinion attack attacks call calls support endorsement opposition warning
    warnings promise promises pledge pledges plan plans proposal proposals comments comment remarks
    remark refusal announcement demand demands desire hope hopes fear fears concern concerns
    condemnation praise rejection denial request requests response reaction description accusation
    accusations allegation allegations insistence suggestion vow complaint complaints appeal
    disapproval approval admission contention conviction hostility admiration contempt disdain
    affirmation willingness readiness skepticism scepticism doubts anger outrage
    frustration respect affection hatred distrust
    commitment commitments denunciation rebuke embrace defense defence dismissal assessment
    prediction"""
)
NOUN_LINKS = words("of for on about against to that toward towards over with in")
# What is spoken or written: "a letter condemning".
WRITINGS = words(
    """letter letters statement statements speech speeches ad ads tweet tweets resolution editorial
    op-ed report reports video post posts article articles message messages petition interview
    comments remarks essay column memo release book commercial commercials lawsuit complaint"""
)
# "is a critic of": what somebody is says what they think.
HOLDERS = words(
    """critic critics opponent opponents supporter supporters admirer admirers fan fans foe foes
    backer backers champion champions advocate advocates defender defenders proponent enemy"""
)
# "is concerned about", "was confident that": feelings and judgements of a subject.
ADJECTIVES = words(
    """concerned worried confident optimistic pessimistic hopeful sure certain convinced critical
    supportive skeptical sceptical wary proud afraid angry angered furious upset disappointed
    opposed aware happy glad sorry eager willing reluctant surprised shocked pleased grateful
    thankful sympathetic dismissive unhappy frustrated determined outraged alarmed dismayed
    fearful hostile adamant appalled disgusted enthusiastic leery uneasy unsure ready unwilling
    apprehensive keen embarrassed excited thrilled delighted tired sick fond mindful interested
    cautious hesitant"""
)
ADJECTIVE_LINKS = words("that about of to with by over at for in")


@dataclass(frozen=True)
class Cue:
    """One form of a cue verb: its base form, the complements it takes, and which form it is."""

    base: str
    takes: frozenset[str]
    form: str  # base, present, past, perfect (a participle that is no past), participle ("-ing")


def _forms(base: str, name: str, complements: set[str]) -> Iterator[tuple[str, Cue]]:
    """A verb's forms with their cues; a word that is several forms counts as the first."""
    kinds = ("base", "present", "past", "perfect", "participle")
    for form, spellings in zip(kinds, ((base,), *inflected(base)), strict=True):
        for word in spellings:
            yield word, Cue(name, frozenset(complements), form)


def _single_verbs() -> dict[str, Cue]:
    takes: dict[str, set[str]] = {}
    for complement, text in _VERBS.items():
        for base in text.split():
            takes.setdefault(base, set()).add(complement)
    found: dict[str, Cue] = {}
    for base, complements in takes.items():
        for word, cue in _forms(base, base, complements):
            found.setdefault(word, cue)
    return found


def _phrases() -> dict[tuple[str, str], Cue]:
    found: dict[tuple[str, str], Cue] = {}
    for complement, text in _PHRASES.items():
        for pair in text.split():
            base, particle = pair.split(":")
            for word, cue in _forms(base, f"{base} {particle}", {complement}):
                found.setdefault((word, particle), cue)
    return found


VERBS = _single_verbs()
VERB_PHRASES = _phrases()
