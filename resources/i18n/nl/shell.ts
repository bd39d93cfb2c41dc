<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Cover</name>
    <message>
        <source>Show again</source>
        <translation>Weer tonen</translation>
    </message>
    <message>
        <source>Close without a backup</source>
        <translation>Sluiten zonder reservekopie</translation>
    </message>
    <message>
        <source>Hidden. The registry is still open.</source>
        <translation>Verborgen. Het register staat nog open.</translation>
    </message>
    <message>
        <source>Locking. What you typed is kept first.</source>
        <translation>Het register gaat op slot. Wat je typte, wordt eerst bewaard.</translation>
    </message>
    <message>
        <source>Closing. What you typed is kept first.</source>
        <translation>Het register gaat dicht. Wat je typte, wordt eerst bewaard.</translation>
    </message>
    <message>
        <source>Closing. A backup is made first.</source>
        <translation>Afsluiten. Eerst wordt een reservekopie gemaakt.</translation>
    </message>
</context>
<context>
    <name>CrisisPanel</name>
    <message>
        <source>Immediate danger</source>
        <translation>Direct gevaar</translation>
    </message>
    <message>
        <source>Call first, record later. What you were typing stays as it is.</source>
        <translation>Bel eerst, leg later vast. Wat je aan het typen was, blijft staan.</translation>
    </message>
    <message>
        <source>Crisis card of this signal…</source>
        <translation>Crisiskaart bij dit signaal…</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>All keys</source>
        <translation>Alle toetsen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>hide the screen</source>
        <translation>het scherm verbergen</translation>
    </message>
    <message>
        <source>Locks in {seconds} seconds. Press a key to go on.</source>
        <translation>Vergrendelt over {seconds} seconden. Druk op een toets om door te gaan.</translation>
    </message>
    <message>
        <source>search everywhere</source>
        <translation>overal zoeken</translation>
    </message>
    <message>
        <source>new signal</source>
        <translation>nieuw signaal</translation>
    </message>
    <message>
        <source>take in a mail</source>
        <translation>mail inlezen</translation>
    </message>
    <message>
        <source>back</source>
        <translation>terug</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>vergrendelen</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle toetsen</translation>
    </message>
    <message>
        <source>A key was taken away or lost, and the registry still has its old key.</source>
        <translation>Er is een sleutel ingetrokken of kwijt, en het register zelf heeft nog de oude sleutel.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Afmaken</translation>
    </message>
    <message>
        <source>No recovery page was ever saved: without the passphrase the registry may be lost.</source>
        <translation>Er is nooit een herstelblad opgeslagen. Is de wachtzin weg, dan kan het register kwijt zijn.</translation>
    </message>
    <message>
        <source>Make a recovery page</source>
        <translation>Herstelblad maken</translation>
    </message>
    <message>
        <source>The recovery page was not typed back yet: nobody knows whether it works.</source>
        <translation>Het herstelblad is nog niet overgetypt: niemand weet of het klopt.</translation>
    </message>
    <message>
        <source>Type it back</source>
        <translation>Overtypen</translation>
    </message>
    <message>
        <source>The recovery page was last tried more than a year ago. Is it still there?</source>
        <translation>Het herstelblad is langer dan een jaar geleden geprobeerd. Ligt het er nog?</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Proberen</translation>
    </message>
    <message>
        <source>Check the registry</source>
        <translation>Register controleren</translation>
    </message>
    <message>
        <source>To the backups</source>
        <translation>Naar de reservekopieën</translation>
    </message>
    <message>
        <source>The recovery page works.</source>
        <translation>Het herstelblad klopt.</translation>
    </message>
    <message>
        <source>Everything saved</source>
        <translation>Alles bewaard</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Lock</source>
        <translation>Vergrendelen</translation>
    </message>
    <message>
        <source>Display and name</source>
        <translation>Weergave en naam</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navigatie</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casussen</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Doorverwijzingen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Overleg</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>Beheer</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Is it you?</source>
        <translation>Ben jij het?</translation>
    </message>
    <message>
        <source>Nobody was here for a while. With your passphrase you go on where your text is.</source>
        <translation>Er was een tijd niemand. Met je wachtzin ga je verder waar je tekst staat.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search everywhere: name, number, phone, word</source>
        <translation>Zoek overal: naam, nummer, telefoon, woord</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Overal zoeken</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Immediate danger</source>
        <translation>Direct gevaar</translation>
    </message>
    <message>
        <source>New signal</source>
        <translation>Nieuw signaal</translation>
    </message>
</context>
<context>
    <name>UnkeptDecision</name>
    <message>
        <source>Leave without what you typed?</source>
        <translation>Weggaan zonder wat je typte?</translation>
    </message>
    <message>
        <source>Your text could not be kept in the registry: the page says why. It is lost when you leave now.</source>
        <translation>Je tekst kon niet in het register bewaard worden: op de pagina staat waarom. Hij gaat verloren als je nu weggaat.</translation>
    </message>
    <message>
        <source>Leave without it</source>
        <translation>Zonder tekst weggaan</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Blijven</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Lock after</source>
        <translation>Vergrendelen na</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuut</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minuten</translation>
    </message>
    <message>
        <source>Show my name when unlocking</source>
        <translation>Mijn naam tonen bij het ontgrendelen</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>Licht of donker zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Text {percent} %</source>
        <translation>Tekst {percent} %</translation>
    </message>
</context>
</TS>
