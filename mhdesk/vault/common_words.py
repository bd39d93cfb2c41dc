"""What everybody guesses first: words of passwords, of daily Dutch, of this region and of its work.

Lower case without accents, as :func:`mhdesk.vault.passphrase.strength` compares them. The list is short on
purpose: it is there to recognise habits ("Welkom2026!"), not to be a dictionary.
"""

from __future__ import annotations

from typing import Final

_PASSWORDS: Final = """
welkom wachtwoord wachtzin password passphrase geheim secret admin beheer beheerder inlog inloggen login
gebruiker toegang sleutel code pincode computer laptop internet google windows microsoft office excel teams
qwerty azerty letmein welcome hello hallo hoi dag test testen tester proef demo start master super
"""
_PRIMER: Final = """
aap noot mies wim zus jet teun vuur gijs lam kees bok weide does hok duif schapen
"""
_DAILY: Final = """
een twee drie vier vijf zes zeven acht negen tien honderd duizend eerste tweede
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
januari februari maart april mei juni juli augustus september oktober november december
lente zomer herfst winter vakantie feest kerst pasen nieuwjaar verjaardag
huis thuis kantoor werk baas school auto fiets trein hond kat poes paard konijn vogel boom bloem roos zon maan
ster zee strand water koffie thee bier wijn kaas brood appel banaan
mama papa moeder vader oma opa kind kinderen zoon dochter broer zusje vriend vriendin schat schatje
liefde lief liefje leven geluk vrede hemel engel prinses koning koningin held
rood oranje geel groen blauw paars roze wit zwart grijs bruin goud zilver
voetbal ajax feyenoord psv utrecht schaatsen muziek gitaar piano
mijn jouw onze naam groot klein mooi lekker goed beter nieuw oud altijd nooit alles niets samen iedereen
and the ben bent zijn heb hebt heeft hebben het dit dat die niet wel ook maar voor van met naar over onder
de ik je jij we wij ze zij hij in is op te en of er al nu om uit bij tot
"""
_REGION: Final = """
gooi gooische gooise vechtstreek gooien hilversum huizen bussum naarden muiden muiderberg laren blaricum
eemnes weesp wijdemeren kortenhoef ankeveen nederhorst loosdrecht gooisemeren meren eemmeer gooimeer
amsterdam almere amersfoort utrecht nederland holland noordholland dutch
"""
_WORK: Final = """
mensenhandel uitbuiting slachtoffer dader pleger signaal signalen melding casus zorg
zorgcoordinator coordinator veilig veiligthuis regio gemeente politie justitie comensha zorgveiligheidshuis
meldpunt aanpak register registratie mhdesk
"""
_FIRST_NAMES: Final = """
jan piet klaas henk hans kees peter paul mark thomas daan sem lucas finn noah bram tim tom rob bas
anna emma sophie julia lisa laura sara sanne eva maria johanna marieke anouk femke fleur lotte iris
mohamed mohammed ahmed fatima
"""

GUESSED_FIRST: Final = frozenset(f"{_PASSWORDS} {_PRIMER} {_REGION} {_WORK} {_FIRST_NAMES}".split())
EVERYDAY: Final = frozenset(_DAILY.split())

KEY_ROWS: Final = (
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "qwertzuiop",
    "1qaz2wsx3edc4rfv5tgb",
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
)
