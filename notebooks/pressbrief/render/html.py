"""nbconvert's exporter to HTML; `page` makes the page and knows nothing of nbconvert."""

from __future__ import annotations

from nbconvert.exporters import Exporter
from traitlets import default

from pressbrief.render import page
from pressbrief.render.document import collect


class BriefingHTMLExporter(Exporter):
    """`jupyter nbconvert --to briefing-html NOTEBOOK`: what it published, as one HTML file."""

    export_from_notebook = "Briefing (HTML)"
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(self, nb, resources=None, **kw):
        """The page as text, and nbconvert's resources; DocumentError if nothing is published."""
        document = collect(nb)
        _, resources = super().from_notebook_node(nb, resources, **kw)
        return page.render(document), resources
