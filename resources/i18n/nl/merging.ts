<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>MergeDialog</name>
    <message>
        <source>Are these the same person?</source>
        <translation>Is dit dezelfde persoon?</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Name unknown</source>
        <translation>Naam onbekend</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>en nog {count}</translation>
    </message>
    <message>
        <source>with a case</source>
        <translation>met een casus</translation>
    </message>
    <message>
        <source>In {references} both stand in the same role. They stay two lines, each with its own term.</source>
        <translation>In {references} staan beiden in dezelfde rol. Dat blijven twee regels, elk met een eigen termijn.</translation>
    </message>
    <message>
        <source>This differs: what is it to say?</source>
        <translation>Dit verschilt: wat moet er staan?</translation>
    </message>
    <message>
        <source>the same with both</source>
        <translation>bij beiden gelijk</translation>
    </message>
    <message>
        <source>This stays, of both</source>
        <translation>Dit blijft staan, van beiden</translation>
    </message>
    <message>
        <source>only with {name}</source>
        <translation>alleen bij {name}</translation>
    </message>
    <message>
        <source>Safe contact</source>
        <translation>Veilig contact</translation>
    </message>
    <message>
        <source>Nothing is lost, and they can be taken apart again later.</source>
        <translation>Er gaat niets verloren, en je kunt het later weer uit elkaar halen.</translation>
    </message>
    <message>
        <source>Together this is a victim and an aggressor at once. What is meant for one role says nothing of the other.</source>
        <translation>Samen is dit slachtoffer en pleger tegelijk. Wat voor de ene rol bedoeld is, zegt niets over de andere.</translation>
    </message>
    <message>
        <source>They are the same person after all</source>
        <translation>Zij zijn toch dezelfde persoon</translation>
    </message>
    <message>
        <source>Somebody said before: not the same</source>
        <translation>Eerder gezegd: niet dezelfde persoon</translation>
    </message>
    <message>
        <source>Why is this the same person?</source>
        <translation>Waarom is dit dezelfde persoon?</translation>
    </message>
    <message>
        <source>one line</source>
        <translation>in één regel</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>They were made two by mistake.</source>
        <translation>Er waren per ongeluk twee personen van gemaakt.</translation>
    </message>
    <message>
        <source>These are two persons now. Merging them takes that back.</source>
        <translation>Het zijn nu twee personen. Samenvoegen maakt dat ongedaan.</translation>
    </message>
    <message>
        <source>Name unknown</source>
        <translation>Naam onbekend</translation>
    </message>
    <message>
        <source>Merged: {name} is one person from now on.</source>
        <translation>Samengevoegd: {name} is vanaf nu één persoon.</translation>
    </message>
    <message>
        <source>They are two persons again. What was added since stayed where it was.</source>
        <translation>Het zijn weer twee personen. Wat er sindsdien bij kwam, bleef staan waar het stond.</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Which signals are about somebody else?</source>
        <translation>Welke signalen gaan over iemand anders?</translation>
    </message>
    <message>
        <source>Decisions, terms and referrals go along with them. A case stays with the person it is about now.</source>
        <translation>Besluiten, termijnen en doorverwijzingen gaan mee. Een casus blijft bij de persoon bij wie hij nu staat.</translation>
    </message>
    <message>
        <source>Make this two persons</source>
        <translation>Twee personen van maken</translation>
    </message>
    <message>
        <source>About somebody else</source>
        <translation>Over iemand anders</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Voornaam</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Achternaam</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geboortedatum</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Nationaliteit</translation>
    </message>
    <message>
        <source>when and how to call</source>
        <translation>wanneer en hoe bellen</translation>
    </message>
    <message>
        <source>Safe contact</source>
        <translation>Veilig contact</translation>
    </message>
</context>
<context>
    <name>TwinsBlock</name>
    <message>
        <source>One and the same person</source>
        <translation>Eén en dezelfde persoon</translation>
    </message>
    <message>
        <source>These are two persons…</source>
        <translation>Dit zijn er twee…</translation>
    </message>
    <message>
        <source>Nobody was merged with this person, and nobody is likely to be the same.</source>
        <translation>Met deze persoon is niemand samengevoegd, en niemand lijkt dezelfde.</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Samenvoegen…</translation>
    </message>
    <message>
        <source>Merge with {name}…</source>
        <translation>Samenvoegen met {name}…</translation>
    </message>
    <message>
        <source>Perhaps the same as {name}</source>
        <translation>Mogelijk dezelfde als {name}</translation>
    </message>
    <message>
        <source>Name unknown</source>
        <translation>Naam onbekend</translation>
    </message>
    <message>
        <source>Merged with {name}</source>
        <translation>Samengevoegd met {name}</translation>
    </message>
    <message>
        <source>Take apart again</source>
        <translation>Weer uit elkaar halen</translation>
    </message>
    <message>
        <source>Take {name} apart again</source>
        <translation>{name} weer uit elkaar halen</translation>
    </message>
    <message>
        <source>There stood: {field} {value}</source>
        <translation>Daar stond: {field} {value}</translation>
    </message>
    <message>
        <source>Changed since, and stays so when they are taken apart: {fields}</source>
        <translation>Sindsdien gewijzigd, en dat blijft zo als je hen uit elkaar haalt: {fields}</translation>
    </message>
    <message>
        <source>Taken apart again: {when}</source>
        <translation>Weer uit elkaar gehaald: {when}</translation>
    </message>
    <message>
        <source>{name}, {day} at {time}</source>
        <translation>{name}, {day} om {time}</translation>
    </message>
    <message>
        <source>You began to merge this person with another one.</source>
        <translation>Je begon deze persoon samen te voegen met een ander.</translation>
    </message>
    <message>
        <source>You began to make two persons of this one.</source>
        <translation>Je begon van deze persoon twee personen te maken.</translation>
    </message>
</context>
</TS>
