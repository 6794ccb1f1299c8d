"""A chart's SVG made safe to stand inside a document: allowed parts only, its ids its own."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping

from pressbrief.assets.fonts import FAMILY


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


SVG = "http://www.w3.org/2000/svg"
LINK = ("href", "{http://www.w3.org/1999/xlink}href")
ELEMENTS = _names(
    "svg g defs path use rect circle ellipse line polyline polygon text tspan clipPath title desc "
    "linearGradient radialGradient stop image a"
)
PROPERTIES = _names(
    "clip-path clip-rule fill fill-opacity fill-rule stroke stroke-width stroke-opacity "
    "stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity "
    "font-family font-size font-style font-weight text-anchor dominant-baseline stop-color "
    "stop-opacity"
)
ATTRIBUTES = PROPERTIES | _names(
    "id transform d x y x1 y1 x2 y2 dx dy cx cy r rx ry width height points viewBox offset "
    "preserveAspectRatio clipPathUnits gradientUnits gradientTransform"
)
# What matplotlib's one style rule says, as attributes: a rule would reach the whole page.
JOINS = {"stroke-linejoin": "round", "stroke-linecap": "butt"}
REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)['\"]?\s*\)")
OTHER_URL = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression|\\", re.IGNORECASE)
DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*>", re.IGNORECASE)
PICTURE = re.compile(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/=\s]*$")
ET.register_namespace("", SVG)


class SvgError(ValueError):
    """A chart that is no readable SVG; the message says why."""


def safe(
    svg: str,
    prefix: str,
    *,
    title: str,
    alt: str,
    links: Mapping[str, str],
    change: Callable[[str], str] = str,
) -> ET.Element:
    """An SVG's root: allowed elements and attributes only, its ids prefixed, named for readers.

    `title` and `alt` become its accessible name and description; a link stays if it points at a
    key of `links`, and then points at that key's anchor; `change` is applied to every text.
    """
    root = _parsed(svg)
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in list(root.iter()):
        if _local(element.tag) not in ELEMENTS and element is not root:
            parents[element].remove(element)
    for element in root.iter():
        _rewrite(element, prefix, links, change)
        element.text = change(element.text) if element.text else None
        element.tail = change(element.tail) if element.tail else None
    _name_links(root)
    _name(root, prefix, title, alt)
    return root


def written(root: ET.Element) -> str:
    """An SVG's root as text."""
    return ET.tostring(root, encoding="unicode")


def set_in(root: ET.Element, drawn: Callable[[str], list[tuple[str, str]]]) -> None:
    """Replaces each text by its runs, each in the font family that it names where it names one."""
    for element in root.iter(f"{{{SVG}}}text"):
        runs = drawn("".join(element.itertext()))
        element[:] = []
        element.text = ""
        for text, family in runs:
            if not family and not len(element):
                element.text = text
                continue
            run = ET.SubElement(element, f"{{{SVG}}}tspan", {"font-family": family or FAMILY})
            run.text = text


def _parsed(svg: str) -> ET.Element:
    text = DOCTYPE.sub("", re.sub(r"^\s*<\?xml[^>]*\?>", "", svg), count=1)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise SvgError("it declares entities; charts need none")
    try:
        root = ET.fromstring(text)
    except (ET.ParseError, ValueError) as error:
        raise SvgError(f"it is not well-formed XML: {error}") from None
    if _local(root.tag) != "svg":
        raise SvgError(f"its root is <{_local(root.tag)}>, not <svg>")
    return root


def _local(tag: object) -> str:
    """An element's name without its namespace; "" for what is none or is not SVG's."""
    if not isinstance(tag, str):
        return ""
    space, _, name = tag.rpartition("}")
    return name if space in ("", "{" + SVG) else ""


def _rewrite(
    element: ET.Element, prefix: str, links: Mapping[str, str], change: Callable[[str], str]
) -> None:
    name = _local(element.tag)
    element.tag = f"{{{SVG}}}{name}"
    given = dict(element.attrib)
    element.attrib.clear()
    # A style attribute would need a laxer Content-Security-Policy; its properties as attributes
    # say the same.
    styled = _declarations(given.get("style", ""))
    for key, value in (given | styled).items():
        if key in LINK:
            if target := _target(name, value, prefix, links):
                element.set("href", target)
        elif key == "id":
            element.set(key, prefix + value)
        elif key == "aria-label":
            element.set(key, change(value))
        elif key in ATTRIBUTES and not OTHER_URL.search(value):
            element.set(key, REFERENCE.sub(rf"url(#{prefix}\1)", value))


def _declarations(style: str) -> dict[str, str]:
    parts = (declaration.partition(":") for declaration in style.split(";"))
    return {name.strip(): value.strip() for name, _, value in parts if name.strip() in PROPERTIES}


def _target(name: str, value: str, prefix: str, links: Mapping[str, str]) -> str:
    if name == "a":
        anchor = links.get(value.removeprefix("#")) if value.startswith("#") else None
        return f"#{anchor}" if anchor else ""
    if name == "image":
        return value if PICTURE.match(value) else ""
    return f"#{prefix}{value[1:]}" if value.startswith("#") else ""


def _name_links(root: ET.Element) -> None:
    """Says of each link that has no words of its own where it leads."""
    for link in root.iter(f"{{{SVG}}}a"):
        words = "".join(link.itertext()).strip()
        if link.get("href") and not words and not link.get("aria-label"):
            link.set("aria-label", "Evidence")


def _name(root: ET.Element, prefix: str, title: str, alt: str) -> None:
    for element in list(root):
        if _local(element.tag) in ("title", "desc"):
            root.remove(element)
    for place, (name, text) in enumerate((("title", title), ("desc", alt))):
        child = ET.Element(f"{{{SVG}}}{name}", {"id": f"{prefix}{name}"})
        child.text = text
        root.insert(place, child)
    for key, value in JOINS.items():
        root.attrib.setdefault(key, value)
    # The parts of an img are not reachable; a chart whose marks are links is a group of them.
    root.set("role", "group" if root.find(f".//{{{SVG}}}a[@href]") is not None else "img")
    root.set("aria-labelledby", f"{prefix}title")
    root.set("aria-describedby", f"{prefix}desc")
