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
    <name>TwinsBlock</name>
    <message>
        <source>One and the same person</source>
        <translation>Eén en dezelfde persoon</translation>
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
</context>
</TS>
