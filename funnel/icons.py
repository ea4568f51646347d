"""Outlines on a field of 20 by 20, drawn for this product: name to the elements of an SVG."""

ICONS = {
    "alert": '<path d="M10 3l8 14H2z"/><path d="M10 8.5v4M10 14.6v.1"/>',
    "back": '<path d="M7 5L3.5 8.5 7 12"/><path d="M4 8.5h8a4 4 0 010 8H8"/>',
    "bell": (
        '<path d="M5.5 8.5a4.5 4.5 0 019 0V12l1.5 2.5H4L5.5 12z"/>'
        '<path d="M8.2 16.6a1.9 1.9 0 003.6 0"/>'
    ),
    "bolt": '<path d="M11 2.5L4.5 11.5h5L9 17.5l6.5-9h-5z"/>',
    "calendar": '<path d="M3 5h14v12H3zM3 8.5h14M7 3v3M13 3v3"/>',
    "campaign": '<path d="M3 8v4h3l7 4V4L6 8z"/><path d="M16 8.5c.8.8.8 2.2 0 3"/>',
    "cash": '<rect x="2.5" y="5" width="15" height="10" rx="1"/><circle cx="10" cy="10" r="2.3"/>',
    "check": '<path d="M4 10.5l4 4 8-9"/>',
    "clock": '<circle cx="10" cy="10" r="7"/><path d="M10 6v4.3l3 1.7"/>',
    "copy": '<path d="M7 7h10v10H7z"/><path d="M13 7V3H3v10h4"/>',
    "cross": '<path d="M5 5l10 10M15 5L5 15"/>',
    "dark": '<path d="M16.5 12A7 7 0 018 3.5a7 7 0 108.5 8.5z"/>',
    "day": (
        '<path d="M3 5.5l1.5 1.5L7 4.5M3 10.5l1.5 1.5L7 9.5'
        'M3 15.5L4.5 17 7 14.5M10 6h7M10 11h7M10 16h7"/>'
    ),
    "deals": (
        '<rect x="3" y="3" width="4" height="14"/><rect x="8" y="3" width="4" height="9"/>'
        '<rect x="13" y="3" width="4" height="5.5"/>'
    ),
    "diamond": '<path d="M10 2.5l7.5 7.5-7.5 7.5L2.5 10z"/>',
    "down": '<path d="M5 8l5 5 5-5"/>',
    "download": '<path d="M10 3v10M6 9.5l4 4 4-4M3.5 17h13"/>',
    "edit": '<path d="M4 16l.8-3.5L13.5 4 16 6.5l-8.5 8.7z"/><path d="M11.8 5.7l2.5 2.5"/>',
    "eye": (
        '<path d="M2 10c2-3.5 4.7-5 8-5s6 1.5 8 5c-2 3.5-4.7 5-8 5s-6-1.5-8-5z"/>'
        '<circle cx="10" cy="10" r="2.3"/>'
    ),
    "file": '<path d="M5 2.5h7l3.5 3.5v11.5H5z"/><path d="M12 2.5V6h3.5"/>',
    "form": '<rect x="3" y="3" width="14" height="14" rx="1"/><path d="M6 7h3M6 10h8v4H6z"/>',
    "funnel": '<path d="M3 17V4M7.5 17V8.5M12 17v-5M16.5 17v-2.5"/>',
    "home": '<path d="M3 9l7-6 7 6v8H3z"/><path d="M8 17v-5h4v5"/>',
    "info": '<circle cx="10" cy="10" r="7"/><path d="M10 9v5M10 6.3v.1"/>',
    "left": '<path d="M12 4l-6 6 6 6"/>',
    "light": (
        '<circle cx="10" cy="10" r="3.5"/><path d="M10 2v2M10 16v2M2 10h2M16 10h2'
        'M4.3 4.3l1.5 1.5M14.2 14.2l1.5 1.5M4.3 15.7l1.5-1.5M14.2 5.8l1.5-1.5"/>'
    ),
    "link": (
        '<path d="M8.5 11.5l3-3"/><path d="M9 6l2-2a3.5 3.5 0 015 5l-2 2"/>'
        '<path d="M11 14l-2 2a3.5 3.5 0 01-5-5l2-2"/>'
    ),
    "lock": (
        '<rect x="4" y="9" width="12" height="8" rx="1"/><path d="M6.5 9V6.5a3.5 3.5 0 017 0V9"/>'
    ),
    "mail": '<rect x="2.5" y="4.5" width="15" height="11" rx="1"/><path d="M3 5.5l7 5.5 7-5.5"/>',
    "meeting": '<path d="M3 4h14v10H9l-4 3v-3H3z"/><path d="M7 8h6M7 10.8h4"/>',
    "more": '<path d="M5 10h.1M10 10h.1M15 10h.1" stroke-width="2.5"/>',
    "next": '<path d="M4 10h12M11.5 5.5L16 10l-4.5 4.5"/>',
    "note": '<path d="M4 3h12v9l-4 5H4z"/><path d="M16 12h-4v5"/>',
    "offline": (
        '<path d="M3 3l14 14M2.5 8.5a11 11 0 013-2M8 5.2a11 11 0 019.5 3.3M5.5 11.5'
        'a7 7 0 013-1.7M12.5 10.3c.8.3 1.5.7 2 1.2M10 15.5h.1"/>'
    ),
    "pause": '<circle cx="10" cy="10" r="7"/><path d="M8.3 7.5v5M11.7 7.5v5"/>',
    "people": (
        '<circle cx="7.5" cy="7" r="3"/><path d="M2.5 17c0-3.5 2-5.5 5-5.5s5 2 5 5.5"/>'
        '<path d="M13 4.3a3 3 0 010 5.4M14.5 11.8c2 .7 3 2.5 3 5.2"/>'
    ),
    "person": '<circle cx="10" cy="7" r="3.2"/><path d="M4 17c0-3.6 2.3-5.8 6-5.8s6 2.2 6 5.8"/>',
    "phone": (
        '<path d="M4 3h3l1.5 4-2 1.5c1 2.2 2.5 3.8 5 5l1.5-2 4 1.5v3c0 .6-.4 1-1 1'
        'C9 17 3 11 3 4c0-.6.4-1 1-1z"/>'
    ),
    "plus": '<path d="M10 4v12M4 10h12"/>',
    "print": '<path d="M6 8V3h8v5M6 14H3V8h14v6h-3"/><path d="M6 12h8v5H6z"/>',
    "quote": ('<path d="M5 2.5h7l3.5 3.5v11.5H5z"/><path d="M12 2.5V6h3.5M8 10h5M8 13.5h5"/>'),
    "reach": '<circle cx="10" cy="10" r="2"/><path d="M6 14a6 6 0 010-8M14 6a6 6 0 010 8"/>',
    "right": '<path d="M8 4l6 6-6 6"/>',
    "search": '<circle cx="9" cy="9" r="5.5"/><path d="M13.2 13.2L17 17"/>',
    "settings": (
        '<path d="M3 6h8M15 6h2M3 14h2M9 14h8"/><circle cx="13" cy="6" r="2"/>'
        '<circle cx="7" cy="14" r="2"/>'
    ),
    "signout": '<path d="M12 3H4v14h8M8 10h9M14 7l3 3-3 3"/>',
    "tag": '<path d="M3 3h7l7 7-7 7-7-7z"/><path d="M6.5 6.5h.1" stroke-width="2"/>',
    "trash": '<path d="M4 6h12M8 6V3.5h4V6M5.5 6l.8 11h7.4l.8-11"/>',
    "truck": (
        '<path d="M2 5h10v8H2zM12 8h3.5L18 10.5V13h-6z"/><circle cx="6" cy="14.5" r="1.7"/>'
        '<circle cx="14.5" cy="14.5" r="1.7"/>'
    ),
    "up": '<path d="M5 12l5-5 5 5"/>',
    "upload": '<path d="M10 14V4M6 7.5l4-4 4 4M3.5 17h13"/>',
    "web": (
        '<circle cx="10" cy="10" r="7"/>'
        '<path d="M3 10h14M10 3c2.5 2 2.5 12 0 14M10 3c-2.5 2-2.5 12 0 14"/>'
    ),
}
