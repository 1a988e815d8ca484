"""How dmgbuild lays out the disk image: the program beside a link to Applications."""

# Read by dmgbuild as settings: these names are its own.
application = "build/dist/LegLog.app"
files = [application]
symlinks = {"Applications": "/Applications"}
icon = "build/icons/leglog.icns"
format = "UDZO"  # noqa: A001
window_rect = ((200, 160), (560, 340))
icon_size = 112
icon_locations = {"LegLog.app": (150, 150), "Applications": (410, 150)}
