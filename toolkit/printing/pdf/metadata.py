"""What a document says of itself: title, language, how it wants to be shown and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from toolkit.printing.pdf.paper import dictionary, name

if TYPE_CHECKING:
    from toolkit.printing.pdf.paper import Paper

Duplex = Literal["long", "short", "fold", "none"]
_FLIPS = {"long": "DuplexFlipLongEdge", "short": "DuplexFlipShortEdge", "fold": "Simplex", "none": "Simplex"}

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
"""XMP with the claim of PDF/UA-1 (ISO 14289-1, clause 5)."""


def write_metadata(paper: Paper, title: str, language: str, duplex: Duplex) -> None:
    """Write title and language, and ask viewers for no scaling and for the right flip.

    Scaling ("fit to page") moves every slot of a sheet; it is the usual reason why labels drift.
    """
    document = paper.document
    paper.setTitle(title)
    paper.setAuthor("")
    paper.setSubject("")
    paper.setCreator("workshop-toolkit")
    document.Catalog.Lang = pdfdoc.PDFString(language)
    document.Catalog.ViewerPreferences = dictionary(
        DisplayDocTitle="true", PrintScaling=name("None"), Duplex=name(_FLIPS[duplex])
    )
    packet = _XMP.format(title=escape(title), language=escape(language)).encode()
    document.Catalog.Metadata = pdfdoc.XMP(creator=lambda _: packet)
