<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>RestoreForm</name>
    <message>
        <source>Another folder…</source>
        <translation>Andere map…</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Map kiezen…</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Kies waar…</translation>
    </message>
    <message>
        <source>the one of that day</source>
        <translation>die van toen</translation>
    </message>
    <message>
        <source>Which backup</source>
        <translation>Welke reservekopie</translation>
    </message>
    <message>
        <source>Where the registry comes</source>
        <translation>Waar het register komt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Je wachtzin</translation>
    </message>
    <message>
        <source>Look what is in it</source>
        <translation>Kijken wat erin zit</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Hoe ver het is</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Where is the backup?</source>
        <translation>Waar staat de reservekopie?</translation>
    </message>
    <message>
        <source>In which folder does the registry come?</source>
        <translation>In welke map komt het register?</translation>
    </message>
    <message>
        <source>This backup is whole: {signals} and {persons}, from {span}.</source>
        <translation>Deze reservekopie is heel: {signals} en {persons}, van {span}.</translation>
    </message>
    <message>
        <source>The registry of now is put aside, not thrown away.</source>
        <translation>Het register van nu wordt apart gezet, niet weggegooid.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Kijken…</translation>
    </message>
    <message>
        <source>Putting it back…</source>
        <translation>Terugzetten…</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Put a backup back</source>
        <translation>Reservekopie terugzetten</translation>
    </message>
    <message>
        <source>Open the registry again</source>
        <translation>Register weer openen</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Wat er gebeurt</translation>
    </message>
    <message>
        <source>mhdesk proves the backup in a place of its own first. Nothing changes by looking.</source>
        <translation>mhdesk controleert de reservekopie eerst op een eigen plek. Door te kijken verandert er niets.</translation>
    </message>
    <message>
        <source>Then it takes the place of the registry, which is put aside in the folder of the backups.</source>
        <translation>Daarna komt hij op de plek van het register. Dat wordt apart gezet in de map met reservekopieën.</translation>
    </message>
    <message>
        <source>As long as the registry of now can be read: the keys of now stay, whoever may no longer open it does not come back, nor does what was destroyed.</source>
        <translation>Zolang het register van nu te lezen is: de wachtzinnen van nu blijven, wie het niet meer mag openen komt niet terug, en wat vernietigd is ook niet.</translation>
    </message>
</context>
</TS>
