<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>DoublesPage</name>
    <message>
        <source>Persons who may be the same</source>
        <translation>Personen die dezelfde kunnen zijn</translation>
    </message>
    <message>
        <source>Possibly the same persons</source>
        <translation>Mogelijk dezelfde personen</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} en {other}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Opnieuw zoeken</translation>
    </message>
    <message>
        <source>not the same</source>
        <translation>niet dezelfde</translation>
    </message>
    <message>
        <source>open a record</source>
        <translation>signaal openen</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>samenvoegen</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>kiezen</translation>
    </message>
    <message>
        <source>The persons are being read…</source>
        <translation>De personen worden gelezen…</translation>
    </message>
    <message>
        <source>{found} found</source>
        <translation>{found} gevonden</translation>
    </message>
    <message>
        <source>Everybody was compared</source>
        <translation>Iedereen is vergeleken</translation>
    </message>
    <message>
        <source>{done} of {total} persons compared</source>
        <translation>{done} van {total} personen vergeleken</translation>
    </message>
    <message>
        <source>Stopped at {done} of {total}</source>
        <translation>Gestopt bij {done} van {total}</translation>
    </message>
    <message>
        <source>Nobody found yet.</source>
        <translation>Nog niemand gevonden.</translation>
    </message>
    <message>
        <source>A record that you open from here does not stop it.</source>
        <translation>Het zoeken gaat door als je vanaf hier een signaal opent.</translation>
    </message>
    <message>
        <source>Nobody was found who may stand in the registry twice.</source>
        <translation>Er is niemand gevonden die twee keer in het register kan staan.</translation>
    </message>
    <message>
        <source>Kept: {both} are not the same.</source>
        <translation>Bewaard: {both} zijn niet dezelfde.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>Same person: merge…</source>
        <translation>Dezelfde persoon: samenvoegen…</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Niet dezelfde</translation>
    </message>
    <message>
        <source>{one} and {other} are the same person</source>
        <translation>{one} en {other} zijn dezelfde persoon</translation>
    </message>
    <message>
        <source>{one} and {other} are not the same</source>
        <translation>{one} en {other} zijn niet dezelfde</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>Open everything about {name}</source>
        <translation>Alles over {name} openen</translation>
    </message>
    <message>
        <source>Open {reference}</source>
        <translation>{reference} openen</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>en nog {count}</translation>
    </message>
    <message>
        <source>{percent}% alike</source>
        <translation>{percent}% gelijk</translation>
    </message>
    <message>
        <source>Almost certainly the same person. You decide.</source>
        <translation>Vrijwel zeker dezelfde persoon. Jij beslist.</translation>
    </message>
    <message>
        <source>Probably the same person. You decide.</source>
        <translation>Waarschijnlijk dezelfde persoon. Jij beslist.</translation>
    </message>
    <message>
        <source>Perhaps the same person. You decide.</source>
        <translation>Misschien dezelfde persoon. Jij beslist.</translation>
    </message>
</context>
</TS>
