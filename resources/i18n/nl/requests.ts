<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AccessCopyDialog</name>
    <message>
        <source>What goes on the copy for {name}?</source>
        <translation>Wat komt op de kopie voor {name}?</translation>
    </message>
    <message>
        <source>Read every text before you tick it: does it name somebody else, or could somebody be recognised in it? Hand the copy over in person if you can.</source>
        <translation>Lees elke tekst voor je hem aanvinkt: noemt hij een ander, of is er iemand in te herkennen? Geef de kopie zo mogelijk zelf.</translation>
    </message>
    <message>
        <source>copy.pdf</source>
        <translation>kopie.pdf</translation>
    </message>
    <message>
        <source>Safe contact</source>
        <translation>Veilig contact</translation>
    </message>
    <message>
        <source>Not on the copy, and not named on it</source>
        <translation>Niet op de kopie, en er ook niet op genoemd</translation>
    </message>
</context>
<context>
    <name>AnsweredDialog</name>
    <message>
        <source>When was it answered?</source>
        <translation>Wanneer is het beantwoord?</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>Leg het antwoord vast</translation>
    </message>
    <message>
        <source>Told and carried out on</source>
        <translation>Verteld en uitgevoerd op</translation>
    </message>
</context>
<context>
    <name>DecideRequestDialog</name>
    <message>
        <source>What is decided on the request ({kind})?</source>
        <translation>Wat besluit je op het verzoek ({kind})?</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>Leg het besluit vast</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Besluit</translation>
    </message>
    <message>
        <source>On which ground</source>
        <translation>Op welke grond</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>what protects others stays out</source>
        <translation>zonder wat anderen beschermt</translation>
    </message>
    <message>
        <source>with a ground, and the way to complain</source>
        <translation>met de grond, en waar iemand kan klagen</translation>
    </message>
</context>
<context>
    <name>ExtendDialog</name>
    <message>
        <source>Put the answer off to {day}?</source>
        <translation>Antwoord uitstellen tot {day}?</translation>
    </message>
    <message>
        <source>Put it off</source>
        <translation>Stel uit</translation>
    </message>
    <message>
        <source>once; the person is told</source>
        <translation>één keer; de persoon hoort het</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>What is asked about these data?</source>
        <translation>Wat wordt er gevraagd over deze gegevens?</translation>
    </message>
    <message>
        <source>Record the request</source>
        <translation>Leg het verzoek vast</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Wat er gevraagd wordt</translation>
    </message>
    <message>
        <source>Came in on</source>
        <translation>Binnengekomen op</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Wie het vraagt</translation>
    </message>
    <message>
        <source>name, and what you saw of it</source>
        <translation>naam, en wat je daarvan zag</translation>
    </message>
    <message>
        <source>Who it is and how you know</source>
        <translation>Wie het is en hoe je dat weet</translation>
    </message>
</context>
<context>
    <name>RequestEntry</name>
    <message>
        <source>answered {day}</source>
        <translation>beantwoord {day}</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Wie het is</translation>
    </message>
    <message>
        <source>Takes longer because</source>
        <translation>Duurt langer omdat</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Besluit</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grond</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Before {name} changed it on {day}: {said}</source>
        <translation>Voordat {name} het op {day} wijzigde: {said}</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Besluit</translation>
    </message>
    <message>
        <source>Decide anew</source>
        <translation>Besluit opnieuw</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Stel uit</translation>
    </message>
    <message>
        <source>Copy for this person…</source>
        <translation>Kopie voor deze persoon…</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>The request is recorded. Its term stands on Today.</source>
        <translation>Het verzoek is vastgelegd. De termijn staat op Vandaag.</translation>
    </message>
    <message>
        <source>The decision is recorded. It still has to be told.</source>
        <translation>Het besluit is vastgelegd. Het moet nog verteld worden.</translation>
    </message>
    <message>
        <source>The answer is put off. Tell the person why.</source>
        <translation>Het antwoord is uitgesteld. Vertel de persoon waarom.</translation>
    </message>
    <message>
        <source>The request is answered.</source>
        <translation>Het verzoek is beantwoord.</translation>
    </message>
    <message>
        <source>The request waits for its answer again.</source>
        <translation>Het verzoek wacht weer op antwoord.</translation>
    </message>
    <message>
        <source>The copy is saved. Hand it over, and remove the file.</source>
        <translation>De kopie is bewaard. Geef hem af en verwijder het bestand.</translation>
    </message>
    <message>
        <source>A form about a request is kept as a draft.</source>
        <translation>Een formulier over een verzoek staat als concept.</translation>
    </message>
</context>
<context>
    <name>RequestsBlock</name>
    <message>
        <source>Requests about own data</source>
        <translation>Verzoeken over eigen gegevens</translation>
    </message>
    <message>
        <source>Record a request</source>
        <translation>Leg een verzoek vast</translation>
    </message>
    <message>
        <source>Nothing was asked about these data.</source>
        <translation>Over deze gegevens is niets gevraagd.</translation>
    </message>
</context>
</TS>
