"""Tables of the language that decide what a capitalised name stands for. All in lower case."""

from __future__ import annotations


def table(text: str) -> frozenset[str]:
    """The words of a text as a set to look them up in."""
    return frozenset(text.split())


# Words that a title in title case leaves small, and that begin sentences without naming anything.
FUNCTION = table(
    """a an the and or but nor so yet as if than that this these those there here it its he she
    they we i you who whom whose which what when where why how while whereas although though
    because since until unless once after before during despite with without within in into on
    onto at by for from of off to toward towards over under above below near between among amid
    against about across along around outside inside through throughout via per up down out
    beyond behind versus vs not no is are was were be been being has have had do does did will
    would can could may might must shall should also both either neither each every all some any
    many much most more few several other another such only even still just again however
    therefore thus hence meanwhile moreover furthermore indeed instead later earlier now then
    today yesterday tomorrow like unlike given"""
)
# Words that are names only beside a title or a given name: "May" is a month and a verb.
COMMON = FUNCTION | table(
    """us me my mine your our his her their january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday
    spring summer autumn winter"""
)
BEFORE_MONTHS = table(
    """in on since until till of by last this next early late mid from to through before after
    during between and or for every each first second third fourth st nd rd th the a"""
)
CALENDAR = table(
    """january february march april june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday"""
)
# What no name is made of alone: the calendar, greetings, forms of address, a page's own words.
NO_NAMES_ALONE = table(
    """internet web online email mail god sir madam dear photo photos video image file read more
    continue share subscribe newsletter advertisement copyright editor reporter staff
    correspondent agencies agency mp mps cm hh hrh ceo amir emir comptroller covid covid-19
    coronavirus am pm gmt est utc it tv pc gdp vat hiv aids dna pcr ngo ngos mou mous ppp ppps ipo
    ipos sme smes usd kingdom sultanate western eastern northern southern constitution revolution
    startup allah islamic islamist republic arabic hindi urdu marathi mandarin cantonese swahili
    nahuatl esperanto"""
)
# Offices and titles: what they stand beside keeps its own meaning ("US President Donald Trump").
OFFICES = table(
    """president prime premier minister ministers foreign deputy vice chief secretary chancellor
    ambassador ambassadors envoy emperor empress king queen prince princess crown supreme leader
    general gen colonel captain admiral commander senator sen representative rep congressman
    congresswoman governor gov mayor justice judge chairman chairwoman chair speaker director
    head spokesman spokeswoman spokesperson officials official diplomat diplomats leaders
    lawmakers citizens nationals troops forces soldiers mr mrs ms dr sir lord lady mullah mawlawi
    maulvi sheikh haji ayatollah former ex acting interim senior"""
)
# A state's own organs: their names name the state with them ("US Senate", "Embassy of Japan").
ORGANS = table(
    """government administration ministry ministries department embassy consulate mission
    parliament congress senate house cabinet diet duma assembly court army navy force marines
    military police treasury customs authorities regime republic presidency delegation"""
)
# Heads of names of their own: what stands inside them is not the actor ("Washington Post").
HEADS = table(
    """times post news journal tribune herald today daily weekly review gazette globe observer
    press university college institute school academy museum library hospital airport airlines
    airways bank fund exchange stock corridor initiative strategy treaty agreement accord accords
    pact declaration doctrine summit forum conference dialogue olympics olympic games cup
    championship open marathon network association society club foundation corporation company
    co inc ltd corp group holdings motors steel electric tower street avenue road square station
    bridge river sea lake bay strait peninsula island islands gulf ocean canal church cathedral
    temple shrine festival prize award voice radio television tv study studies center centre
    project act"""
)
# What makes another name of the name after it ("South Korea", "Latin America", "Air China").
BEFORE = table("new north south east west latin central air radio saint san port fort little")
# What describes a state by region or age and leaves it what it is ("Imperial Japan").
AGES = table(
    """northern southern eastern western northeastern northwestern southeastern southwestern
    mainland imperial communist soviet tsarist nationalist republican democratic ancient medieval
    modern wartime postwar post prewar contemporary greater"""
)
# Grammar of a capital city: before it, a place ...
LOCATIVE = table(
    "in at near outside around inside within across into through via throughout over beyond"
)
# ... between preposition and city ("in downtown Tokyo") ...
PLACE_ADJECTIVES = table(
    """the a nearby central downtown northern southern eastern western north south east west
    greater old new capital city"""
)
# ... "to", "from" and "for" after a word of motion, or of dealings with a government ...
MOTION = table(
    """visit visits visited visiting trip trips travel travels traveled travelled traveling
    travelling journey journeys fly flies flew flown flying flight flights go goes went gone going
    sent send sends sending dispatched deployed arrive arrives arrived return returns returned
    returning come comes came coming move moves moved moving drive drove driven tour train bus
    road way headed heading heads march marched evacuate evacuated evacuating evacuation
    evacuations depart departed departing left leave flee fled fleeing brought bring taken took
    take invited transported airlift airlifted bound route escape escaped km kilometres
    kilometers miles"""
)
DEALINGS = table(
    """pressure support aid assistance help response responses demand demands criticism
    recognition funding money message messages approval backing permission signal signals
    statement statements assurance assurances guarantee guarantees independence reaction
    reactions orders instructions request requests offer offers appeal appeals protest protests
    condemnation praise concession concessions commitment commitments sanctions threat threats
    warning warnings ties links loyal close closer answer challenge opposition cooperation
    clarity word interference influence"""
)
# ... after "of" ...
PLACE_NOUNS = table(
    """city capital capitals streets street fall outskirts residents resident people mayor north
    south east west suburb suburbs center centre airport capture seizure siege battle district
    districts neighborhood neighbourhood province part parts side gates edge control kilometers
    kilometres km miles evacuation population university bombing shelling skies sky takeover map
    hotel hotels embassy embassies hospital hospitals school schools prison subway metro market
    markets stock shares court courts police blast attack bombings explosion explosions weather
    time night station zoo olympics marathon restaurant restaurants talks meeting summit
    conference visit trip office offices headquarters bureau correspondent area region
    households families women girls citizens inhabitants traffic governor bay"""
)
# ... and after the city, a government's own nouns.
GOVERNMENT_NOUNS = table(
    """government governments regime regimes administration authorities officials official
    leadership leaders leader policymakers diplomats diplomat elite elites rulers ruler
    establishment cabinet"""
)
# A government at work, of a city that no topic lists: what it does, what it owns, with whom.
GOVERNMENT_VERBS = table(
    """have will would says said say wants wanted urges urged calls called warns warned
    accuses accused denies denied refuses refused refrains rejects rejected agrees agreed announced
    announces imposed imposes signed signs seeks sought hopes hoped fears feared believes believed
    considers considered insists insisted backs backed supports supported recognises recognised
    recognizes recognized demands demanded claims claimed condemned condemns vowed vows threatened
    threatens pledged pledges plans planned proposed proposes decided decides could should must may
    might cannot did does needs sees saw regards responded responds reacted retaliated
    offered offers approved approves banned bans expelled expels summoned summons recalled"""
)
# A city "is" and "has" much that no government is or has: these follow where one is meant.
BEING, HAVING = table("is was"), table("has had")
PARTICIPLES = table(
    """been sent taken made said begun cut given put shown told kept built bought sold won lost gone
    seen done withdrawn sought held drawn met spent broken chosen become"""
)
GOVERNMENT_STATES = table(
    """expected ready willing likely unlikely set prepared concerned keen determined reluctant eager
    wary committed furious angry worried convinced adamant opposed aware not also already yet
    repeatedly long so never always again now still to"""
)
GOVERNMENT_GOODS = table(
    """ally allies ambassador ambassador's envoy envoys foreign policy policies stance position
    interests influence support aid military army nuclear sanctions decision decisions demand
    demands claim claims claims response role diplomacy relations ties efforts refusal willingness
    intentions ambitions control security strategy strategic economic political top chief backing
    concerns commitment withdrawal invasion war proposal plan plans approach call calls request"""
)
BACKED = table("backed led brokered imposed controlled aligned sponsored appointed installed")
PARTNER = table("with between from to against on and by for")
PLACE_VERBS_BEFORE = table(
    """visit visits visited visiting leave leaves left leaving reach reaches reached reaching enter
    enters entered entering seize seizes seized seizing flee flees fled fleeing take takes took
    taking capture captures captured capturing bomb bombs bombed shell shelled overran overrun
    overrunning besiege besieged evacuate evacuated evacuating tour toured hit rocked shook"""
)
PLACE_VERBS_AFTER = table("fell falls fallen falling burned burns burning lies lay")
CITY_SUFFIXES = table("based born bound area wide")
# What is hyphened to a name and no part of it ("Taliban-led", "pro-Pakistan").
HYPHENED_AFTER = table(
    """based backed led controlled occupied held run born made style era wide bound area listed
    educated speaking trained friendly like owned funded financed aligned appointed affiliated
    allied brokered sponsored supported linked administered dominated ruled built inspired
    installed imposed mediated mandated registered designed produced supplied educated ordered"""
)
HYPHENED_BEFORE = table("pro anti non ex post pre mid trans then sub neo un inter intra cross")
# Titles that stand before one name and make a full name of it ("Pope Francis").
REGNAL = table(
    """king queen prince princess pope emperor empress saint sultan emir sheikh shaikh sheikha
    mother patriarch mullah mawlawi maulvi maulana ayatollah imam"""
)
# Those of them that stand before the last name of several, too.
CLERICAL = table("mullah mawlawi maulvi maulana ayatollah imam patriarch")
# Last words of the labels that pages set behind their headlines.
MASTHEADS = table(
    """news times post journal tribune herald daily weekly gazette magazine press radio tv online
    updates headlines"""
)
NO_NAMES = COMMON | CALENDAR | OFFICES | NO_NAMES_ALONE
# Offices that a person can hold ...
OFFICE_HEADS = table(
    """president premier minister secretary chancellor ambassador envoy emperor empress king queen
    prince princess sultan emir sheikh leader general colonel captain admiral commander major
    brigadier lieutenant marshal senator representative congressman congresswoman governor mayor
    justice judge chairman chairwoman chairperson chair speaker director head chief spokesman
    spokeswoman spokesperson commissioner ombudsman prosecutor attorney-general attorney treasurer
    ceo cfo coach captain professor bishop archbishop cardinal pope patriarch imam ayatollah rabbi
    mp mla deputy taoiseach executive president-elect vice-president founder co-founder adviser
    advisor inspector superintendent lawmaker legislator councillor councilor gen col sen rep gov
    lt maj capt adm brig sgt candidate"""
)
# ... what stands inside their names ...
OFFICE_PARTS = table(
    """vice deputy prime crown supreme foreign defence defense interior home health finance
    financial education justice economy economic economics trade commerce industry industrial
    labour labor employment agriculture agricultural farming transport transportation energy power
    environment climate tourism culture cultural sports sport information communication
    communications science technology development planning budget water public works social
    welfare higher women women's gender children youth religious security state external
    internal affairs
    relations national federal general cabinet chief permanent special senior acting former then
    interim caretaker first second third joint assistant under undersecretary executive managing
    regional provincial state presidential parliamentary press party opposition majority minority
    house senate central bank police army navy air force military intelligence human rights
    resources land lands housing urban rural mines mining oil petroleum gas of and for the
    election electoral court high appeal chief-justice labor overseas emergency services
    governor"""
)
OFFICE_JOINTS = table("of and for the former then")
# ... and those that are offices of a state or of who rules.
GOVERNING = table(
    """president premier prime minister ministers chancellor ambassador envoy emperor empress king
    queen prince princess sultan emir general colonel admiral commander senator congressman
    congresswoman governor mayor cabinet spokesman spokeswoman spokesperson attorney-general
    president-elect vice-president lawmaker legislator mp secretary leader head chief speaker"""
)
ORGANS_IN_PLURAL = table("ministries departments embassies consulates governments parliaments")
# Organs that many states have: of whom one is depends on its owner.
ORGAN_HEADS = table(
    """ministry department parliament congress senate cabinet court treasury government
    administration embassy consulate army navy police assembly council commission office bureau
    agency directorate force forces guard service bank house military judiciary legislature diet
    duma presidency authority board corps"""
)
ORGAN_PARTS = OFFICE_PARTS - table(
    """vice deputy prime crown chief permanent senior acting former then interim caretaker first
    second third assistant party opposition majority minority women's"""
) | table(
    """supreme constitutional legislative armed coast defence defense reserve election electoral
    upper lower administrative anti-corruption immigration customs tax revenue broadcasting
    statistics weather meteorological space nuclear atomic people's representatives commons lords
    deputies investigation prosecutor's prosecutors republican presidential royal self-defense
    self-defence maritime ground affairs"""
)
