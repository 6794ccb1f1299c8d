"""matplotlib's SVG made fit to stand inside a document: own ids, no style sheet, named marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree

SVG = "http://www.w3.org/2000/svg"
HREF = "{http://www.w3.org/1999/xlink}href"
# Numbers at a hundredth of a point: finer than any printer.
COORDINATE = re.compile(r"-?\d+\.\d{3,}")


def finished(raw: str, name: str, says: Mapping[str, str]) -> str:
    """An SVG of matplotlib's as an element to stand in HTML; `says` names marks by id.

    Ids begin with `name`, so that two charts fit one page. Style attributes become presentation
    attributes, so that a strict Content-Security-Policy lets them be and a page can override them.
    """
    root = ElementTree.fromstring(raw)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{{{SVG}}}metadata", f"{{{SVG}}}defs"):
                parent.remove(child)
    for element in root.iter():
        element.text = (element.text or "").strip() or None
        element.tail = None
        _present(element)
        _name(element, name, says)
    root.attrib.update({"id": name, "stroke-linejoin": "round", "stroke-linecap": "butt"})
    ElementTree.register_namespace("", SVG)
    return ElementTree.tostring(root, encoding="unicode")


def _present(element: ElementTree.Element) -> None:
    for rule in element.attrib.pop("style", "").split("; "):
        if rule:
            key, value = rule.split(": ", 1)
            element.set(key, _shorter(value))
    if element.get("font-family"):
        element.set("font-family", f"{element.get('font-family')}, sans-serif")
    if "transform" in element.attrib and element.get("transform", "").startswith("rotate(-0 "):
        del element.attrib["transform"]
    for key in ("d", "x", "y"):
        if key in element.attrib:
            element.set(key, _shorter(" ".join(element.get(key, "").split())))


def _name(element: ElementTree.Element, name: str, says: Mapping[str, str]) -> None:
    mark = element.attrib.pop("id", "")
    if element.tag == f"{{{SVG}}}a":
        element.set("href", element.attrib.pop(HREF))
        element.attrib.pop("target", None)
    if mark not in says:
        return
    element.set("id", f"{name}-{mark}")
    link = element.find(f"{{{SVG}}}a")
    named = element if link is None else link
    title = ElementTree.Element(f"{{{SVG}}}title")
    title.text = says[mark]
    named.insert(0, title)
    if link is not None:
        link.set("aria-label", says[mark])


def _shorter(value: str) -> str:
    return COORDINATE.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), value)
