"""The first bytes of documents, which say what they are before anything else is imported."""

ARCHIVE = b"PK\x03\x04"
"""A ZIP archive with anything in it."""
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Word's documents before 2007, encrypted ones, Outlook's messages."""
PDF = b"%PDF-"
RICH_TEXT = b"{\\rtf"
_FIELDS = (
    "ARC- Authentication-Results: Bcc: CC: Cc: Content-Type: DKIM- Date: Delivered-To: Delivery-date: Envelope-To: "
    "Envelope-to: From: Importance: In-Reply-To: List- MIME- Message-I Mime- Organization: Precedence: Received "
    "References: Reply-To: Return-Path: Return-path: Sender: Status: Subject: Thread- To: User-Agent: X-"
)
LETTER = tuple(map(str.encode, _FIELDS.split()))
"""How letters begin: the headers that mail programs and servers write first."""
