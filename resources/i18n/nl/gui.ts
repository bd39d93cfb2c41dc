<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AppWindow</name>
    <message>
        <source>Made-up registry. Record nothing real here.</source>
        <translation>Verzonnen register. Leg hier niets echts vast.</translation>
    </message>
    <message>
        <source>The key is right. Delete the PDF file now: {path}</source>
        <translation>De sleutel klopt. Wis nu het PDF-bestand: {path}</translation>
    </message>
</context>
<context>
    <name>CrisisNumbers</name>
    <message>
        <source>call {number}</source>
        <translation>bel {number}</translation>
    </message>
</context>
<context>
    <name>file_dialogs</name>
    <message>
        <source>Folder:</source>
        <translation>Map:</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>Soort bestand:</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>no</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>one</source>
        <translation>één</translation>
    </message>
    <message>
        <source>two</source>
        <translation>twee</translation>
    </message>
    <message>
        <source>three</source>
        <translation>drie</translation>
    </message>
    <message>
        <source>four</source>
        <translation>vier</translation>
    </message>
    <message>
        <source>five</source>
        <translation>vijf</translation>
    </message>
    <message>
        <source>six</source>
        <translation>zes</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>zeven</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>acht</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>negen</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>nog 1 dag</translation>
    </message>
    <message>
        <source>{count} days left</source>
        <translation>nog {count} dagen</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>1 dag te laat</translation>
    </message>
    <message>
        <source>{count} days late</source>
        <translation>{count} dagen te laat</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>uiterlijk {day}</translation>
    </message>
    <message>
        <source>review {day}</source>
        <translation>opnieuw bekijken {day}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wacht</translation>
    </message>
    <message>
        <source>waiting since today</source>
        <translation>wacht sinds vandaag</translation>
    </message>
    <message>
        <source>waiting 1 day</source>
        <translation>wacht 1 dag</translation>
    </message>
    <message>
        <source>waiting {count} days</source>
        <translation>wacht {count} dagen</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>sinds {day}</translation>
    </message>
    <message>
        <source>Begun by {name}.</source>
        <translation>Begonnen door {name}.</translation>
    </message>
    <message>
        <source>saved {moment}</source>
        <translation>bewaard {moment}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>concept</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Niet nodig</translation>
    </message>
    <message>
        <source>No decision</source>
        <translation>Geen besluit</translation>
    </message>
    <message>
        <source>Still to inform</source>
        <translation>Nog te informeren</translation>
    </message>
    <message>
        <source>Informed</source>
        <translation>Geïnformeerd</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Nog niet</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Niet</translation>
    </message>
</context>
</TS>
