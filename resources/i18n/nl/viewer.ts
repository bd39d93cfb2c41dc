<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>FilePage</name>
    <message>
        <source>The file is being opened.</source>
        <translation>Het bestand wordt geopend.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Bewaren als…</translation>
    </message>
    <message>
        <source>belongs to {reference}</source>
        <translation>hoort bij {reference}</translation>
    </message>
    <message>
        <source>back to the signal</source>
        <translation>terug naar het signaal</translation>
    </message>
    <message>
        <source>larger, smaller</source>
        <translation>groter, kleiner</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>passend</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>draaien</translation>
    </message>
    <message>
        <source>mhdesk cannot show this kind of file.</source>
        <translation>mhdesk kan dit soort bestand niet laten zien.</translation>
    </message>
    <message>
        <source>Only the beginning is shown: the file is longer.</source>
        <translation>Je ziet alleen het begin: het bestand is langer.</translation>
    </message>
    <message>
        <source>This file has {pages} pages. The first {shown} are shown.</source>
        <translation>Dit bestand heeft {pages} bladzijden. Je ziet de eerste {shown}.</translation>
    </message>
    <message>
        <source>{name}, page {page} of {pages}</source>
        <translation>{name}, bladzijde {page} van {pages}</translation>
    </message>
    <message>
        <source>This file is damaged, or it is not what it is called.</source>
        <translation>Dit bestand is beschadigd, of het is niet wat de naam zegt.</translation>
    </message>
    <message>
        <source>This file is too large to be shown here.</source>
        <translation>Dit bestand is te groot om hier te laten zien.</translation>
    </message>
    <message>
        <source>This PDF asks for a password.</source>
        <translation>Deze pdf vraagt om een wachtwoord.</translation>
    </message>
    <message>
        <source>Opening this file took too long, so mhdesk stopped.</source>
        <translation>Het openen duurde te lang. mhdesk is gestopt.</translation>
    </message>
    <message>
        <source>This file could not be read: it broke off the part of mhdesk that reads it.</source>
        <translation>Dit bestand is niet te lezen: het deel van mhdesk dat bestanden leest, liep erop vast. Met je register is niets gebeurd.</translation>
    </message>
    <message>
        <source>It is kept as it came. You can save it outside the registry and open it there. Do that only when you trust where it comes from.</source>
        <translation>Het is bewaard zoals het binnenkwam. Je kunt het buiten het register opslaan en daar openen. Doe dat alleen als je vertrouwt van wie het komt.</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Page before</source>
        <translation>Vorige bladzijde</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Volgende bladzijde</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Groter</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Draaien</translation>
    </message>
    <message>
        <source>{page} of {pages}</source>
        <translation>{page} van {pages}</translation>
    </message>
</context>
</TS>
