"""Make the PDF documents in `stories` with real programs: `python make.py`, where LibreOffice and Chromium are.

Those in the repository come from LibreOffice 7.4 (with Debian's `hyphen-en-us`) and Chromium, of `pandoc.odt` and of
`story.html` with its picture. Both programs print the story as it is, and in two columns: LibreOffice on small pages
with a running head, numbers and words parted at line ends; Chromium justified, with a drop cap.
"""

from __future__ import annotations

import base64
import re
import subprocess
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

STORIES = Path(__file__).parents[1] / "stories"
HEAD = (
    '<style:header><text:p text:style-name="Standard">The Salter Post <text:s text:c="8"/> Wednesday, 13 May 2026'
    "</text:p></style:header>"
)
COLUMNS = '<style:columns fo:column-count="2" fo:column-gap="0.2in"/><style:footnote-sep'
PRINT = """
td, th { padding: 2px 12px }
img { width: 320px }
"""
PRINT_COLUMNS = """
td, th { padding: 2px 10px }
article { columns: 2; column-gap: 18px; text-align: justify; font: 12px/1.35 'DejaVu Serif' }
h1 { column-span: all; font-size: 28px }
figure { margin: 0 } img { width: 100% } figcaption { font-size: 9px }
p { margin: 0; text-indent: 1.2em } .byline, .date, .standfirst, li p, blockquote p { text-indent: 0 }
.date + p { text-indent: 0 }
.date + p::first-letter { float: left; font-size: 44px; line-height: 34px; padding-right: 3px }
"""


def in_columns(styles: str) -> str:
    """The part `styles.xml` of an OpenDocument text, with small pages of two columns and a running head."""
    changes = (
        (r'fo:page-width="[^"]*"', 'fo:page-width="7.5in"'),
        (r'fo:page-height="[^"]*"', 'fo:page-height="8.5in"'),
        (r'fo:margin-(top|bottom|left|right)="1in"', r'fo:margin-\1="0.5in"'),
        (r"<style:footnote-sep", COLUMNS),
        (r'fo:hyphenate="false"', 'fo:hyphenate="true"'),
        (r"(<style:master-page [^>]*[^/]>)", rf"\1{HEAD}"),
        (r'fo:font-size="12pt"', 'fo:font-size="9pt"'),
    )
    for old, new in changes:
        styles = re.sub(old, new, styles)
    return styles


def libreoffice(folder: Path, name: str, *, columns: bool) -> None:
    """Print the story with LibreOffice."""
    document = folder / f"{name}.odt"
    with zipfile.ZipFile(STORIES / "libreoffice.odt") as old, zipfile.ZipFile(document, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            if columns and part == "styles.xml":
                data = in_columns(data.decode()).encode()
            new.writestr(part, data)
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(STORIES), str(document)]
    subprocess.run(command, check=True)


def chromium(folder: Path, name: str, style: str, *options: str) -> None:
    """Print the page with Chromium."""
    picture = base64.b64encode((STORIES / "harbour.png").read_bytes()).decode()
    page = (STORIES / "story.html").read_text("utf-8").replace("/img/pier-800.png", f"data:image/png;base64,{picture}")
    (folder / "page.html").write_text(page.replace("</head>", f"<style>{style}</style></head>"), "utf-8")
    target = f"--print-to-pdf={STORIES / name}.pdf"
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", *options, target, str(folder / "page.html")]
    subprocess.run(command, check=True)


def main() -> None:
    """Make all four."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        libreoffice(folder, "libreoffice", columns=False)
        libreoffice(folder, "libreoffice-columns", columns=True)
        chromium(folder, "chromium", PRINT)
        chromium(folder, "chromium-columns", PRINT_COLUMNS, "--no-pdf-header-footer")


if __name__ == "__main__":
    main()
