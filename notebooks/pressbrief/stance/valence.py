"""Evaluative words of the news register, with their strength.

Words that judge are here; words that tell of events ("war", "killed", "attack", "crisis") are
not: to report a war is no opinion of those in it. The lists were written for this project; each
word stands under its plainest form and is found in its inflections too. A word in none of them
falls back on VADER's general lexicon.
"""

from __future__ import annotations

import re
from functools import cache

from pressbrief.mentions.words import table

_ADJECTIVES_AND_NOUNS = {
    -2.0: """abject appalling abysmal abhorrent atrocious barbaric brutal brutality corrupt
        corruption cowardice cowardly cruel cruelty cynical deceitful dehumanizing despicable
        despotic dictator dictatorial disaster disastrous disgrace disgraceful disgusting
        dishonest dishonesty egregious evil fraud fraudulent genocidal ghastly hateful heinous
        horrible horrific horrendous hypocrisy hypocrite hypocritical idiot idiotic illegitimate
        incompetence incompetent infamous inhuman inhumane insane liar ludicrous malicious
        merciless monster monstrous murderous nasty notorious oppressive oppression outrageous
        pariah pathetic racism racist reprehensible repressive repression repugnant rogue
        ruthless scandal scandalous shameful shameless sham shoddy sexist terrible terrorist
        toxic traitor treacherous tyrannical tyranny tyrant unconscionable vicious vile villain
        wicked worst fiasco debacle travesty bigot bigoted bigotry demoralizing demoralising
        disgraced deplorable""",
    -1.0: """absurd abusive aggression arbitrary arrogance arrogant authoritarian autocrat
        autocratic backlash bad belligerent biased bizarre blunder bogus careless chaos chaotic
        clumsy coercion coercive complacent contempt dangerous defiant demagogue deplorable
        derelict devious discredited discriminatory discrimination dismal dismissive
        disrespectful disrespect distrust disturbing divisive dogmatic doomed doubtful dubious
        embarrassing embarrassment erratic excessive exploitative failed failure false fanatical
        fault faulty feckless flawed flaw foolish hardline harmful harsh hostile hostility
        hopeless humiliating humiliation hysterical ignorance ignorant illogical immoral
        impotent improper impunity inaccurate inadequate inaction incoherent inconsistent
        indifference indifferent indecisive ineffective inefficient inept inferior inflammatory
        inflexible insensitive insincere insulting intimidation intolerance intolerant
        intransigent irrational irresponsible lackluster lawless lax lazy mediocre menace
        menacing misconduct misguided mishandling misleading mismanagement misogynist
        misogynistic misogyny mistake mistaken mistrust naive needless negligence negligent
        neglect obstinate ominous opportunist opportunistic paranoid phony pointless predatory
        problematic propaganda provocation provocative questionable rash reckless recklessness
        ridiculous rude ruinous sanctimonious scapegoat secretive selfish shocking short-sighted
        shortsighted sloppy sluggish spineless stagnant stubborn stupid subservient threat
        threatening timid troubling ugly unacceptable unaware uncooperative undemocratic
        unethical unfair unfit unfortunate unjust unlawful unprepared unqualified unreasonable
        unreliable unresponsive unstable untrue untrustworthy unwelcome unwise vindictive
        violation weak wrong wrongdoing inhospitable clueless lame dull wasteful messy mess
        disappointing disappointment misstep grotesque crooked sleazy deteriorated incapable""",
    1.0: """acclaimed accomplished accountable achievement admirable ambitious amicable
        attractive beacon beneficial benevolent brave bright brilliant candid capable
        charismatic charming cheerful clever coherent commendable committed compassion
        compassionate competent confident conscientious considerate constructive courage
        courageous courteous creative credible decent dedicated defender dependable deserving
        devoted dignified dignity diligent distinguished eloquent encouraging enlightened
        enthusiasm enthusiastic esteemed ethical excellent exemplary fair fairness faithful
        favorable favourable fearless forthright friendly fruitful generosity generous genuine
        gifted good goodwill graceful gracious happy hardworking harmonious harmony hero heroic
        heroine honest honesty honorable honourable humane humble iconic impartial impressive
        ingenious innovative insightful inspiring integrity intelligent invaluable legendary
        likable masterful meticulous noble passionate peacemaker perfect persuasive pleasant
        pragmatic preeminent prestigious principled proficient prominent promising prosperous
        prosperity refreshing reliable renowned reputable resourceful respected respectful
        responsible responsive revered savvy sensible sincere skilled skillful skilful
        sophisticated spirited splendid stellar steadfast stunning success successful supportive
        talent talented thoughtful tireless transparent transparency triumph triumphant trusted
        trustworthy upbeat valuable vibrant victorious virtue virtuous visionary wise wisdom
        witty wonderful worthy commended acclaim accolade""",
    2.0: """amazing beautiful awesome exceptional extraordinary exemplary fantastic flawless
        heroism incredible magnificent marvelous masterpiece miraculous outstanding phenomenal
        remarkable sensational spectacular superb superior terrific tremendous unparalleled
        unrivaled admired celebrated genius""",
}
# Judgements of somebody: they say something of their object, nothing of their subject.
_TOWARD_OBJECT = {
    -1.5: """accuse assail berate bash blame blast castigate censure chastise chide condemn
        criticize criticise decry demonize denigrate denounce deplore deride despise discredit
        disparage hate impeach insult lambast lament loathe mock ostracize rebuke reprimand
        resent ridicule scold scorn slam slander smear snub vilify mistrust distrust disavow
        shun attack""",
    -0.75: """oppose reject rebuff warn doubt fear fault sue sanction confront pressure isolate
        counter""",
    1.5: """admire adore applaud celebrate commend congratulate credit esteem extol hail honor
        honour laud love praise prefer respect salute thank toast trust appreciate endorse""",
    0.75: """welcome support defend embrace favor favour back""",
}
# Deeds: they say something of who does them, nothing of whom they are done to.
_OF_SUBJECT = {
    -1.5: """abuse betray bicker blunder botch bully bungle cheat coerce collude connive deceive
        defraud demean discriminate dodge dupe exploit fabricate fail falter flounder flout
        harass hijack infringe intimidate kowtow lie loot manipulate meddle mishandle mislead
        mismanage mistreat misuse muzzle neglect oppress persecute plagiarize plunder renege
        repress sabotage scapegoat shirk silence squander stifle stoke subjugate subvert
        suppress swindle terrorize torment torture trample violate""",
    -0.75: """abandon alienate antagonize backfire ban conceal curtail defy deprive embarrass
        endanger evade exacerbate fuel hamper harm hinder ignore impede imperil jeopardize
        marginalize obstruct offend overlook overreact provoke punish refuse restrict ruin stall
        threaten undermine weaken withhold worsen""",
    0.75: """accomplish achieve alleviate assist cooperate defuse empower enable encourage
        enrich excel flourish foster fulfil fulfill heal improve innovate inspire liberate
        modernize nurture overcome pioneer prosper protect rebuild reconcile rehabilitate rescue
        revive safeguard stabilize strengthen succeed thrive uplift""",
}
# Words of VADER's list that in news name a topic, an event or a relation, not a judgement.
TOPICS = table(
    """able accept accuse active adequate adopt adopting advantage agree agreeable agreement aid
    alarm ally alone appreciation apt argue argument army arrest asset assist assistance assure
    attack authentic award balanced ban battle benefit bid big blame blast block blocked bomb
    bright burden capital careful certain certainly challenge champion chance charge civil clean
    clear clearly collapse commit commitment committed committee competent competitive concern
    confident conflict consistent contribute cool cooperation cooperative cordial costly create
    creation credit crime criminal crisis cry cut dead death debt defence defend defender
    defense demand demonstration desire determined die difficult difficulty diplomatic
    disapproval disaster dissatisfied doubt drop earnest ease easily easy effective elegant
    emergency empty encourage endorse endorsement energy engage engagement ensure entertain
    entertained expand expert explosion famed favor favour fight fine fire firm focus fought
    fragile freedom freely fresh friend friendship frustrated fund gain gallows gentle ghost
    gift grave grief gross grow growing growth gun hand hard heart help helpless hit honour
    hostage huge icon ideal idealistic ill importance important improved improvement independent
    influential injure injury integrate integrated intelligence interest interested interference
    invite isolated jail jewel join joint just justice key kill lack lasting lawful leading
    leave left legitimate like lively longtime loss low lower luck matter mighty miss modern
    modest moral mourn murder mutual natural negative no novel number obsessed ok open openness
    opportunity oppose optimism optimistic original outreach outspoken outstanding paradise
    partner partnership party passive patient pay peace peaceful petty pivotal play played
    playing please pleased polite positive powerful practical precious pressure pretty
    prison prize progress prominent promise prosecute protect protection protest provide prudent
    rational ready realistic reasonable rebel reconciliation refugee reject rejected relief
    reluctant rescue resolute resolve restrictive revolt rich right rights risk robust romantic
    safe sanction save secure security seize sentence serious share shares shoot shooting shot
    sick significance significant skeptical smooth solid solution solve solved sorry sound
    sovereignty special stability stable star steady stop straight strike struck super support
    sustainable tears tense tension terror terrorism terrorist threaten tolerant treasure true
    turmoil understanding uneasy unified unifying united value viable victim victory virus vital
    want war warm warn warning wealth wealthy weapon welcome well willing worried worry worth
    wound yeah yes"""
)
# Set phrases of whom they follow, with their valence; 0 takes a word's valence away.
PHRASES = {
    "caught off guard": -1.5,
    "out of step": -1.5,
    "out of touch": -1.5,
    "out of the loop": -1.5,
    "out of control": -1.5,
    "out of line": -1.5,
    "off the rails": -1.5,
    "no qualms": -1.5,
    "no regard": -1.5,
    "too late": -1.5,
    "too little": -1.0,
    "too slow": -1.5,
    "too weak": -1.5,
    "too soft": -1.0,
    "turn a blind eye": -2.0,
    "turned a blind eye": -2.0,
    "fall short": -1.5,
    "fell short": -1.5,
    "falls short": -1.5,
    "in denial": -1.0,
    "at fault": -1.5,
    "to blame": -1.5,
    "double standard": -1.5,
    "double standards": -1.5,
    "human rights abuses": -2.0,
    "human rights violations": -2.0,
    "lip service": -1.5,
    "lost control": -1.5,
    "could only": -1.0,
    "forced to": -0.75,
    "lack of": -1.0,
    "key donor": 1.0,
    "under fire": -1.0,
    "war crimes": -2.0,
    "role model": 1.5,
    "good faith": 1.0,
    "human rights": 0.0,
    "constructive role": 1.5,
}
_WORD = re.compile(r"(?:ally|ly|ness|ies|ied|es|s|ed|d|ing|er|est)$")


def _flat(table: dict[float, str]) -> dict[str, float]:
    return {word: value for value, text in table.items() for word in text.split()}


QUALITIES = _flat(_ADJECTIVES_AND_NOUNS)
TOWARD_OBJECT = _flat(_TOWARD_OBJECT)
OF_SUBJECT = _flat(_OF_SUBJECT)


def bases(word: str) -> tuple[str, ...]:
    """A word's possible plain forms, itself first.

    >>> bases("criticizes")
    ('criticizes', 'criticiz', 'criticize')
    >>> "ban" in bases("banned"), "tyranny" in bases("tyrannies")
    (True, True)
    """
    suffix = _WORD.search(word)
    if not suffix or suffix.start() < 2:
        return (word,)
    stem = word[: suffix.start()]
    if suffix.group() in ("ies", "ied"):
        return word, f"{stem}y"
    forms = [word, stem, f"{stem}e"]
    if suffix.group() in ("es", "ed") and word[-2] == "e":
        forms.append(word[:-1])
    if len(stem) > 2 and stem[-1] == stem[-2]:
        forms.append(stem[:-1])
    if suffix.group() == "ness" and stem.endswith("i"):
        forms.append(f"{stem[:-1]}y")
    return tuple(dict.fromkeys(forms))


@cache
def toward_object(word: str) -> float:
    """A verb's valence for its object, 0 if it judges nobody."""
    return _first(TOWARD_OBJECT, word)


@cache
def of_subject(word: str) -> float:
    """A verb's valence for its subject, 0 if it is no deed that speaks for or against anybody."""
    return _first(OF_SUBJECT, word)


@cache
def quality(word: str) -> float:
    """A word's valence for whatever its clause is about: from the list here, else from VADER's.

    VADER's valences (−4 to 4) are halved; those below 1 and the words of TOPICS are left out.
    """
    if own := _first(QUALITIES, word):
        return own
    if not TOPICS.isdisjoint(bases(word)):
        return 0.0
    general = _general().get(word, 0.0)
    return general / 2 if abs(general) >= 1 else 0.0


def _first(table: dict[str, float], word: str) -> float:
    return next((table[form] for form in bases(word) if form in table), 0.0)


@cache
def _general() -> dict[str, float]:
    """VADER's lexicon (Hutto and Gilbert 2014, MIT), from its package, without its emoticons."""
    from importlib.resources import files

    text = (files("vaderSentiment") / "vader_lexicon.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {word: float(value) for word, value, *_ in rows if word.isalpha()}
