<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>PersonPage</name>
    <message>
        <source>Name unknown</source>
        <translation>Naam onbekend</translation>
    </message>
    <message>
        <source>{age} years old</source>
        <translation>{age} jaar</translation>
    </message>
    <message>
        <source>What was typed here is kept as a draft.</source>
        <translation>Wat hier is getypt, is als concept bewaard.</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Delen van deze pagina</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Aanvullen</translation>
    </message>
    <message>
        <source>Amend what is known of this person</source>
        <translation>Aanvullen wat van deze persoon bekend is</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Verloop</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Casus</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>Geen casus</translation>
    </message>
    <message>
        <source>closed on {day}</source>
        <translation>afgesloten op {day}</translation>
    </message>
    <message>
        <source>care coordinator {name}</source>
        <translation>zorgcoördinator {name}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>loopt sinds {day}</translation>
    </message>
    <message>
        <source>Concerned in no signal</source>
        <translation>Bij geen enkel signaal betrokken</translation>
    </message>
    <message>
        <source>the newest of {day}</source>
        <translation>het nieuwste van {day}</translation>
    </message>
    <message>
        <source>Safe contact</source>
        <translation>Veilig contact</translation>
    </message>
    <message>
        <source>Victim and aggressor at once. What is meant for one role says nothing of the other.</source>
        <translation>Vermoedelijk slachtoffer en vermoedelijke pleger tegelijk. Wat voor de ene rol bedoeld is, zegt niets over de andere.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verdergaan</translation>
    </message>
    <message>
        <source>next part</source>
        <translation>volgende deel</translation>
    </message>
    <message>
        <source>amend</source>
        <translation>aanvullen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
</TS>
