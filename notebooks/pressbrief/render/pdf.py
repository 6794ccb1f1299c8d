"""nbconvert's exporter to PDF; `paper` makes the PDF and knows nothing of nbconvert."""

from __future__ import annotations

from nbconvert.exporters import Exporter
from traitlets import Bool, default

from pressbrief.render import paper
from pressbrief.render.document import collect


class BriefingPDFExporter(Exporter):
    """`jupyter nbconvert --to briefing-pdf NOTEBOOK`: what it published, as one PDF."""

    export_from_notebook = "Briefing (PDF)"
    output_mimetype = "application/pdf"
    whole = Bool(False, help="all evidence, chart data and lists, as in the HTML").tag(config=True)

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(self, nb, resources=None, **kw):
        """The PDF's bytes, and nbconvert's resources; DocumentError if nothing is published."""
        document = collect(nb)
        _, resources = super().from_notebook_node(nb, resources, **kw)
        return paper.render(document, whole=self.whole), resources
