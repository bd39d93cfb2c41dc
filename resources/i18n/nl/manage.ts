<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AcceptOlderDialog</name>
    <message>
        <source>Go on with this older registry?</source>
        <translation>Verdergaan met dit oudere register?</translation>
    </message>
    <message>
        <source>Only if you know who put it back and why, for instance from a backup after the disk broke. What was recorded after it does not come back by this. mhdesk no longer warns about it, and the log says that you decided so.</source>
        <translation>Doe dit alleen als je weet wie het heeft teruggezet en waarom, bijvoorbeeld uit een reservekopie nadat de schijf stukging. Wat daarna was vastgelegd, komt hierdoor niet terug. mhdesk waarschuwt er niet meer voor, en in het logboek staat dat jij dit hebt besloten.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Verdergaan</translation>
    </message>
</context>
<context>
    <name>BackupPart</name>
    <message>
        <source>Try whether it can be put back</source>
        <translation>Proberen of hij is terug te zetten</translation>
    </message>
    <message>
        <source>Put it back…</source>
        <translation>Terugzetten…</translation>
    </message>
    <message>
        <source>This backup</source>
        <translation>Deze reservekopie</translation>
    </message>
    <message>
        <source>Signals from {span}</source>
        <translation>Signalen van {span}</translation>
    </message>
    <message>
        <source>Log: {count} lines</source>
        <translation>Logboek: {count} regels</translation>
    </message>
    <message>
        <source>End of the log: {head}</source>
        <translation>Einde van het logboek: {head}</translation>
    </message>
</context>
<context>
    <name>BackupsSection</name>
    <message>
        <source>Make a backup now</source>
        <translation>Nu een reservekopie maken</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>How far the backup is</source>
        <translation>Hoe ver de reservekopie is</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>Choose a second place…</source>
        <translation>Tweede plek kiezen…</translation>
    </message>
    <message>
        <source>No second place any more</source>
        <translation>Geen tweede plek meer</translation>
    </message>
    <message>
        <source>mhdesk makes one by itself at the end of a day&apos;s work.</source>
        <translation>mhdesk maakt er zelf een aan het eind van een werkdag.</translation>
    </message>
    <message>
        <source>Which there are</source>
        <translation>Welke er zijn</translation>
    </message>
    <message>
        <source>Second place</source>
        <translation>Tweede plek</translation>
    </message>
    <message>
        <source>choose a backup</source>
        <translation>reservekopie kiezen</translation>
    </message>
    <message>
        <source>what can be done</source>
        <translation>wat je kunt doen</translation>
    </message>
    <message>
        <source>All is well. The last one is of {day}.</source>
        <translation>Alles is in orde. De laatste is van {day}.</translation>
    </message>
    <message>
        <source>Try once a year whether a backup can be put back. Choose one below.</source>
        <translation>Probeer elk jaar of een reservekopie is terug te zetten. Kies er hieronder een.</translation>
    </message>
    <message>
        <source>One was put back on trial on {day}.</source>
        <translation>Op {day} is er een op proef teruggezet.</translation>
    </message>
    <message>
        <source>None. A stick or another disk keeps the registry when this computer is lost.</source>
        <translation>Geen. Een stick of andere schijf bewaart het register als deze computer weg is.</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} vrij</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>is er nu niet</translation>
    </message>
    <message>
        <source>Made and checked, with {signals} in it.</source>
        <translation>Gemaakt en gecontroleerd, met {signals} erin.</translation>
    </message>
    <message>
        <source>It can be put back: everything was read, {signals}. Nothing was changed.</source>
        <translation>Hij is terug te zetten: alles is gelezen, {signals}. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Where should backups go too?</source>
        <translation>Waar moeten reservekopieën ook naartoe?</translation>
    </message>
    <message>
        <source>Backups go there too from now on. Make one now to see that it works.</source>
        <translation>Reservekopieën gaan voortaan ook daarheen. Maak er nu een om te zien of het werkt.</translation>
    </message>
    <message>
        <source>Backups stand with the registry only from now on.</source>
        <translation>Reservekopieën staan voortaan alleen bij het register.</translation>
    </message>
</context>
<context>
    <name>CheckSection</name>
    <message>
        <source>Check the registry</source>
        <translation>Register controleren</translation>
    </message>
    <message>
        <source>How far the check is</source>
        <translation>Hoe ver de controle is</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>Wat de controle vond</translation>
    </message>
    <message>
        <source>Noticed when it was opened</source>
        <translation>Opgevallen bij het openen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>Wat er wordt nagekeken</translation>
    </message>
    <message>
        <source>Every page of the database, every reference between records, the search index, the log from its first line, the keys, and who else can reach the files.</source>
        <translation>Elke pagina van de database, elke verwijzing tussen gegevens, de zoekindex, het logboek vanaf de eerste regel, de sleutels, en wie er nog meer bij de bestanden kan.</translation>
    </message>
    <message>
        <source>It changes nothing. With many signals it takes half a minute; you can work on meanwhile.</source>
        <translation>De controle verandert niets. Bij veel signalen duurt hij een halve minuut; je kunt intussen doorwerken.</translation>
    </message>
    <message>
        <source>The registry was never checked.</source>
        <translation>Het register is nog nooit gecontroleerd.</translation>
    </message>
    <message>
        <source>Last checked on {day}.</source>
        <translation>Voor het laatst gecontroleerd op {day}.</translation>
    </message>
    <message>
        <source>The registry is being checked.</source>
        <translation>Het register wordt gecontroleerd.</translation>
    </message>
    <message>
        <source>The registry is whole.</source>
        <translation>Het register is heel.</translation>
    </message>
    <message>
        <source>One thing is not as it should be.</source>
        <translation>Eén ding klopt niet.</translation>
    </message>
    <message>
        <source>{number} things are not as they should be, the gravest on top.</source>
        <translation>{number} dingen kloppen niet, het ergste staat bovenaan.</translation>
    </message>
    <message>
        <source>Stopped. Not everything was checked.</source>
        <translation>Gestopt. Nog niet alles is nagekeken.</translation>
    </message>
    <message>
        <source>The search index says again what was recorded.</source>
        <translation>De zoekindex klopt weer met wat er is vastgelegd.</translation>
    </message>
    <message>
        <source>This registry counts from now on. The log says that you decided so.</source>
        <translation>Vanaf nu geldt dit register. In het logboek staat dat jij dit hebt besloten.</translation>
    </message>
</context>
<context>
    <name>ColleagueDialog</name>
    <message>
        <source>One moment…</source>
        <translation>Even geduld…</translation>
    </message>
</context>
<context>
    <name>ColleaguePage</name>
    <message>
        <source>Add a colleague</source>
        <translation>Collega toevoegen</translation>
    </message>
    <message>
        <source>Passphrase of your colleague</source>
        <translation>Wachtzin van je collega</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>as colleagues know them</source>
        <translation>zoals collega’s die kennen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>How does your colleague get a passphrase?</source>
        <translation>Hoe komt je collega aan een wachtzin?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>You hand the keyboard over. It opens from today on.</source>
        <translation>Je geeft het toetsenbord even over. De wachtzin opent vanaf nu.</translation>
    </message>
    <message>
        <source>You hand over six words. They work once, then a passphrase is chosen.</source>
        <translation>Je geeft zes woorden door. Ze werken één keer; daarna kiest je collega een wachtzin.</translation>
    </message>
    <message>
        <source>Types one here</source>
        <translation>Typt er hier een</translation>
    </message>
    <message>
        <source>Is invited</source>
        <translation>Krijgt een uitnodiging</translation>
    </message>
    <message>
        <source>Everybody has a key of their own, so that the log knows who did what.</source>
        <translation>Iedereen heeft een eigen sleutel. Zo weet het logboek wie wat deed.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Goed om te weten</translation>
    </message>
    <message>
        <source>A role decides what mhdesk offers. It is no wall: whoever unlocks holds the key.</source>
        <translation>Een rol bepaalt wat mhdesk aanbiedt. Het is geen muur: wie ontgrendelt, heeft de sleutel in handen.</translation>
    </message>
    <message>
        <source>Nobody can look a passphrase up, you neither. Only the recovery page replaces one.</source>
        <translation>Niemand kan een wachtzin opzoeken, jij ook niet. Alleen met het herstelblad komt er een nieuwe.</translation>
    </message>
    <message>
        <source>Somebody who left and comes back gets the same name: then the log stays one.</source>
        <translation>Komt iemand terug die weg was? Gebruik dezelfde naam: dan blijft het in het logboek één persoon.</translation>
    </message>
    <message>
        <source>Now let {name} sit here. Look away while the passphrase is typed.</source>
        <translation>Laat {name} nu hier zitten. Kijk weg zolang de wachtzin wordt getypt.</translation>
    </message>
    <message>
        <source>Now let your colleague sit here. Look away while the passphrase is typed.</source>
        <translation>Laat je collega nu hier zitten. Kijk weg zolang de wachtzin wordt getypt.</translation>
    </message>
    <message>
        <source>Making the key…</source>
        <translation>Sleutel maken…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Make the invitation</source>
        <translation>Uitnodiging maken</translation>
    </message>
</context>
<context>
    <name>ColleaguePart</name>
    <message>
        <source>Hand over cases…</source>
        <translation>Casussen overdragen…</translation>
    </message>
    <message>
        <source>Allow again</source>
        <translation>Weer toelaten</translation>
    </message>
    <message>
        <source>Add again…</source>
        <translation>Opnieuw toevoegen…</translation>
    </message>
    <message>
        <source>Change the role…</source>
        <translation>Rol veranderen…</translation>
    </message>
    <message>
        <source>Change the name…</source>
        <translation>Naam veranderen…</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Toegang stilzetten</translation>
    </message>
    <message>
        <source>Take the key away…</source>
        <translation>Sleutel intrekken…</translation>
    </message>
    <message>
        <source>Your own name and passphrase are under My key. Your role and your access only somebody else can change: so the registry always has somebody who manages it.</source>
        <translation>Je eigen naam en wachtzin staan bij Mijn sleutel. Je rol en je toegang kan alleen een ander veranderen: zo houdt het register altijd iemand die het beheert.</translation>
    </message>
    <message>
        <source>Hand over cases… ({count})</source>
        <translation>Casussen overdragen… ({count})</translation>
    </message>
    <message>
        <source>Withdraw the invitation…</source>
        <translation>Uitnodiging intrekken…</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Computers</translation>
    </message>
    <message>
        <source>They remember the registry. Lost or given away? Let it forget.</source>
        <translation>Ze onthouden het register. Kwijt of weggegeven? Laat die computer het vergeten.</translation>
    </message>
    <message>
        <source>computer without a name</source>
        <translation>computer zonder naam</translation>
    </message>
    <message>
        <source>Let it forget</source>
        <translation>Laten vergeten</translation>
    </message>
    <message>
        <source>Let {computer} forget the registry</source>
        <translation>{computer} het register laten vergeten</translation>
    </message>
</context>
<context>
    <name>ComputerSection</name>
    <message>
        <source>Your passphrase</source>
        <translation>Je wachtzin</translation>
    </message>
    <message>
        <source>Let this computer remember the registry</source>
        <translation>Laat deze computer het register onthouden</translation>
    </message>
    <message>
        <source>Do not remember it any more</source>
        <translation>Niet meer onthouden</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Deze computer</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Sleutelbos</translation>
    </message>
    <message>
        <source>The keyring of this computer can open the registry for you, once after you log in to the computer and within twelve hours of your passphrase. After every lock mhdesk asks the passphrase all the same.</source>
        <translation>De sleutelbos van deze computer kan het register voor je openen: één keer nadat je je bij de computer hebt aangemeld, en binnen twaalf uur na je wachtzin. Na elke vergrendeling vraagt mhdesk toch je wachtzin.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versies</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>In Dutch, in the folder docs/handleiding that comes with mhdesk. Ctrl+/ lists all keys.</source>
        <translation>In de map docs/handleiding die bij mhdesk hoort. Ctrl+/ toont alle toetsen.</translation>
    </message>
    <message>
        <source>This computer remembers the registry.</source>
        <translation>Deze computer onthoudt het register.</translation>
    </message>
    <message>
        <source>This computer cannot remember the registry.</source>
        <translation>Deze computer kan het register niet onthouden.</translation>
    </message>
    <message>
        <source>This computer does not remember the registry.</source>
        <translation>Deze computer onthoudt het register niet.</translation>
    </message>
    <message>
        <source>From the next time you log in, this computer opens the registry.</source>
        <translation>De volgende keer dat je je bij de computer aanmeldt, opent deze computer het register.</translation>
    </message>
    <message>
        <source>This computer asks the passphrase each time.</source>
        <translation>mhdesk vraagt op deze computer voortaan elke keer je wachtzin.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Even geduld…</translation>
    </message>
</context>
<context>
    <name>ContactSection</name>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Data protection officer</source>
        <translation>Functionaris gegevensbescherming</translation>
    </message>
    <message>
        <source>who, and how to reach them</source>
        <translation>wie, en hoe bereik je die</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummers</translation>
    </message>
    <message>
        <source>one a line: name, colon, number</source>
        <translation>één per regel: naam, dubbele punt, nummer</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>What letters and crisis cards say of you.</source>
        <translation>Wat brieven en crisiskaarten over jullie zeggen.</translation>
    </message>
    <message>
        <source>How somebody reaches you</source>
        <translation>Hoe iemand jullie bereikt</translation>
    </message>
    <message>
        <source>Whom to call in danger</source>
        <translation>Wie je belt bij gevaar</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Goed om te weten</translation>
    </message>
    <message>
        <source>The law wants these in every information letter. What is blank stays open in the letter, and mhdesk says so before you save it.</source>
        <translation>De wet wil deze gegevens in elke informatiebrief. Wat leeg is, blijft open in de brief; mhdesk zegt dat voor je hem bewaart.</translation>
    </message>
    <message>
        <source>The numbers stand on Today, under Immediate danger and on the crisis card. Add the crisis services of your region. Empty the field to get back the numbers that mhdesk came with.</source>
        <translation>De nummers staan op Vandaag, onder Direct gevaar en op de crisiskaart. Voeg de crisisdiensten van je regio toe. Maak het veld leeg om de nummers terug te krijgen waarmee mhdesk kwam.</translation>
    </message>
    <message>
        <source>Before unlocking, mhdesk shows only 112 and Veilig Thuis.</source>
        <translation>Voor het ontgrendelen toont mhdesk alleen 112 en Veilig Thuis.</translation>
    </message>
    <message>
        <source>What you typed before was put back. It is not recorded yet.</source>
        <translation>Wat je eerder typte, staat er weer. Het is nog niet vastgelegd.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Kept. Letters and cards say this from now on.</source>
        <translation>Bewaard. Brieven en kaarten zeggen dit vanaf nu.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Even geduld…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
</context>
<context>
    <name>ExportLogDialog</name>
    <message>
        <source>Export what was found?</source>
        <translation>Wat er gevonden is uitvoeren?</translation>
    </message>
    <message>
        <source>Export the whole log?</source>
        <translation>Het hele logboek uitvoeren?</translation>
    </message>
    <message>
        <source>The file is not encrypted. It says who read which signal, so keep it where only you can reach it. Your signature under it shows later whether the log was changed. The log notes the export.</source>
        <translation>Het bestand is niet versleuteld. Er staat in wie welk signaal las, dus bewaar het waar alleen jij erbij kunt. Aan je handtekening eronder is later te zien of het logboek is veranderd. In het logboek komt te staan dat je het uitvoerde.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Kies een map…</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>to read, in a spreadsheet program</source>
        <translation>om te lezen, in een rekenprogramma</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>to check, with another program</source>
        <translation>om na te rekenen, met een ander programma</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Vorm</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>It was put back on purpose…</source>
        <translation>Het is met opzet teruggezet…</translation>
    </message>
    <message>
        <source>Make the search index anew</source>
        <translation>Zoekindex opnieuw maken</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Hand over the cases of {name}?</source>
        <translation>De casussen van {name} overdragen?</translation>
    </message>
    <message>
        <source>Cases: {count}. Open agreements go along. Each case says from when on it is somebody else.</source>
        <translation>Casussen: {count}. Openstaande afspraken gaan mee. In elke casus staat vanaf wanneer het een ander is.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Overdragen</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Aan wie</translation>
    </message>
</context>
<context>
    <name>InvitationDialog</name>
    <message>
        <source>The invitation for {name}</source>
        <translation>De uitnodiging voor {name}</translation>
    </message>
    <message>
        <source>Read the words out or write them over, in this order. They are shown now and never again.</source>
        <translation>Lees de woorden voor of schrijf ze over, in deze volgorde. Ze staan hier nu en daarna nooit meer.</translation>
    </message>
    <message>
        <source>They are handed over</source>
        <translation>Ze zijn doorgegeven</translation>
    </message>
    <message>
        <source>{name} unlocks with the own name and these words, and then chooses a passphrase. They work once.</source>
        <translation>{name} ontgrendelt met de eigen naam en deze woorden en kiest daarna een wachtzin. Ze werken één keer.</translation>
    </message>
    <message>
        <source>Word {number}: {word}</source>
        <translation>Woord {number}: {word}</translation>
    </message>
    <message>
        <source>Are the words handed over? After this nobody can look them up. Esc once more closes.</source>
        <translation>Zijn de woorden doorgegeven? Hierna kan niemand ze meer opzoeken. Nog eens Esc sluit dit venster.</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>The registry gets a new key</source>
        <translation>Het register krijgt een nieuwe sleutel</translation>
    </message>
    <message>
        <source>How far the new key is</source>
        <translation>Hoe ver de nieuwe sleutel is</translation>
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
        <source>You can stop: the registry then keeps its old key until you finish.</source>
        <translation>Je kunt stoppen: dan houdt het register zijn oude sleutel tot je het afmaakt.</translation>
    </message>
    <message>
        <source>Checking that everything came along. Nearly there.</source>
        <translation>Nakijken of alles is meegekomen. Bijna klaar.</translation>
    </message>
</context>
<context>
    <name>LogFilters</name>
    <message>
        <source>Everybody</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Elke soort</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Only about the signal, the case or the person with this number</source>
        <translation>Alleen over het signaal, de casus of de persoon met dit nummer</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>Vanaf deze dag</translation>
    </message>
    <message>
        <source>Up to and including this day</source>
        <translation>Tot en met deze dag</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filters wissen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>to</source>
        <translation>t/m</translation>
    </message>
    <message>
        <source>The last day lies before the first. Exchange them.</source>
        <translation>De laatste dag ligt voor de eerste. Wissel ze om.</translation>
    </message>
    <message>
        <source>{day} does not exist. Type another day.</source>
        <translation>{day} bestaat niet. Typ een andere dag.</translation>
    </message>
    <message>
        <source>Type a whole day, such as {day}.</source>
        <translation>Typ een hele datum, zoals {day}.</translation>
    </message>
</context>
<context>
    <name>LogPart</name>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Afloop</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Betreft</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Bijzonderheden</translation>
    </message>
    <message>
        <source>Line and mark</source>
        <translation>Regel en kenmerk</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>en nog {count}</translation>
    </message>
    <message>
        <source>All about {name}</source>
        <translation>Alles over {name}</translation>
    </message>
</context>
<context>
    <name>LogSection</name>
    <message>
        <source>Events, newest first</source>
        <translation>Gebeurtenissen, de nieuwste bovenaan</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Uitvoeren…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <source>The log notes that you read it</source>
        <translation>Dat je dit leest, staat ook in het logboek</translation>
    </message>
    <message>
        <source>choose a line</source>
        <translation>regel kiezen</translation>
    </message>
    <message>
        <source>all about it</source>
        <translation>alles erover</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filteren</translation>
    </message>
    <message>
        <source>Nothing in the log fits this choice.</source>
        <translation>Niets in het logboek past bij deze keuze.</translation>
    </message>
    <message>
        <source>Clear the filters to see every line.</source>
        <translation>Wis de filters om alle regels te zien.</translation>
    </message>
    <message>
        <source>There is no signal or case {reference}.</source>
        <translation>Er is geen signaal of casus {reference}.</translation>
    </message>
    <message>
        <source>Type the number in full, such as GV-2026-0042, or person 12.</source>
        <translation>Typ het hele nummer, zoals GV-2026-0042, of persoon 12.</translation>
    </message>
    <message>
        <source>Where should the log go?</source>
        <translation>Waar moet het logboek heen?</translation>
    </message>
    <message>
        <source>The log is being written.</source>
        <translation>Het logboek wordt weggeschreven.</translation>
    </message>
    <message>
        <source>1 line is in {path}. Only you can open that file.</source>
        <translation>1 regel staat in {path}. Alleen jij kunt dat bestand openen.</translation>
    </message>
    <message>
        <source>{count} lines are in {path}. Only you can open that file.</source>
        <translation>{count} regels staan in {path}. Alleen jij kunt dat bestand openen.</translation>
    </message>
</context>
<context>
    <name>ManagePage</name>
    <message>
        <source>section before</source>
        <translation>vorig onderdeel</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>next section</source>
        <translation>volgend onderdeel</translation>
    </message>
</context>
<context>
    <name>OwnKeySection</name>
    <message>
        <source>New passphrase</source>
        <translation>Nieuwe wachtzin</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Wachtzin van nu</translation>
    </message>
    <message>
        <source>My key</source>
        <translation>Mijn sleutel</translation>
    </message>
    <message>
        <source>Your passphrase opens your key, and your key opens the registry.</source>
        <translation>Je wachtzin opent je sleutel, en je sleutel opent het register.</translation>
    </message>
    <message>
        <source>Another passphrase</source>
        <translation>Andere wachtzin</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Andere naam</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Goed om te weten</translation>
    </message>
    <message>
        <source>The registry opens with the new passphrase only. Old backups still ask for the old one.</source>
        <translation>Het register gaat hierna alleen met de nieuwe wachtzin open. Oude reservekopieën vragen nog om de oude.</translation>
    </message>
    <message>
        <source>Does somebody know your passphrase? Change it now, and tell who manages the registry.</source>
        <translation>Kent iemand je wachtzin? Verander hem nu, en vertel het aan wie het register beheert.</translation>
    </message>
    <message>
        <source>With another name you unlock by that name. What you recorded goes along.</source>
        <translation>Met een andere naam ontgrendel je onder die naam. Wat je hebt vastgelegd, gaat mee.</translation>
    </message>
    <message>
        <source>You unlock as {name}, and that name stands beside what you record.</source>
        <translation>Je ontgrendelt als {name}. Die naam staat ook bij wat je vastlegt.</translation>
    </message>
    <message>
        <source>Your passphrase is changed. The new one opens from now on.</source>
        <translation>Je wachtzin is veranderd. Vanaf nu opent de nieuwe.</translation>
    </message>
    <message>
        <source>From now on you unlock as {name}.</source>
        <translation>Vanaf nu ontgrendel je als {name}.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Even geduld…</translation>
    </message>
    <message>
        <source>Change the name…</source>
        <translation>Naam veranderen…</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Wachtzin veranderen</translation>
    </message>
</context>
<context>
    <name>OwnNameDialog</name>
    <message>
        <source>What are you called from now on?</source>
        <translation>Hoe heet je voortaan?</translation>
    </message>
    <message>
        <source>You unlock by the new name. Computers that remember the registry for you forget it.</source>
        <translation>Je ontgrendelt onder de nieuwe naam. Computers die het register voor je onthouden, vergeten het.</translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation>Naam veranderen</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nieuwe naam</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Je wachtzin</translation>
    </message>
</context>
<context>
    <name>RecoverySection</name>
    <message>
        <source>Try it again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Make a new recovery page…</source>
        <translation>Nieuw herstelblad maken…</translation>
    </message>
    <message>
        <source>Recovery page</source>
        <translation>Herstelblad</translation>
    </message>
    <message>
        <source>The printed key that opens the registry when a passphrase is forgotten.</source>
        <translation>De sleutel op papier die het register opent als iemand de wachtzin vergeet.</translation>
    </message>
    <message>
        <source>A new page</source>
        <translation>Een nieuw blad</translation>
    </message>
    <message>
        <source>Is the page lost, or did somebody see it who should not? Make a new one, and then give the registry a new key: only old backups still open with the old page.</source>
        <translation>Is het blad kwijt, of heeft iemand het gezien die dat niet mocht? Maak een nieuw en geef het register daarna een nieuwe sleutel: alleen oude reservekopieën gaan dan nog open met het oude blad.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Goed om te weten</translation>
    </message>
    <message>
        <source>Keep the page in a safe or with somebody else, never with this computer.</source>
        <translation>Bewaar het blad in een kluis of bij iemand anders, nooit bij deze computer.</translation>
    </message>
    <message>
        <source>Trying it takes two minutes: you type the eight groups from the paper. Nothing changes by it.</source>
        <translation>Proberen duurt twee minuten: je typt de acht groepen over van het papier. Er verandert niets door.</translation>
    </message>
    <message>
        <source>Who has the page and this computer can open everything.</source>
        <translation>Wie het blad en deze computer heeft, kan alles openen.</translation>
    </message>
    <message>
        <source>It works: typed back on {day}.</source>
        <translation>Het werkt: overgetypt op {day}.</translation>
    </message>
    <message>
        <source>mhdesk asks for it again after a year.</source>
        <translation>Na een jaar vraagt mhdesk er opnieuw om.</translation>
    </message>
    <message>
        <source>Last tried on {day}. That is more than a year ago.</source>
        <translation>Het laatst geprobeerd op {day}. Dat is langer dan een jaar geleden.</translation>
    </message>
    <message>
        <source>Try whether it is still there and can be read.</source>
        <translation>Kijk of het er nog is en of je het kunt lezen.</translation>
    </message>
    <message>
        <source>It was saved, but never typed back from the paper.</source>
        <translation>Het is opgeslagen, maar nooit overgetypt van het papier.</translation>
    </message>
    <message>
        <source>Nobody knows whether it works.</source>
        <translation>Niemand weet of het werkt.</translation>
    </message>
    <message>
        <source>If nobody wrote the key over, only a new page helps.</source>
        <translation>Heeft niemand de sleutel overgeschreven, dan helpt alleen een nieuw blad.</translation>
    </message>
    <message>
        <source>It was never saved.</source>
        <translation>Het is nooit opgeslagen.</translation>
    </message>
    <message>
        <source>The new page works: destroy the old one, it still opens old backups.</source>
        <translation>Het nieuwe blad werkt. Vernietig het oude: oude reservekopieën gaan er nog mee open.</translation>
    </message>
    <message>
        <source>Delete the PDF file now: {path}</source>
        <translation>Gooi het PDF-bestand nu weg: {path}</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>What is {name} called from now on?</source>
        <translation>Hoe heet {name} voortaan?</translation>
    </message>
    <message>
        <source>Let {name} type the passphrase here: the key belongs to the name. Computers that remember it forget it.</source>
        <translation>Laat {name} hier de wachtzin typen: de sleutel hoort bij de naam. Computers die het register voor {name} onthouden, vergeten het.</translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation>Naam veranderen</translation>
    </message>
    <message>
        <source>Passphrase of that colleague</source>
        <translation>Wachtzin van die collega</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nieuwe naam</translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>Take the key of {name} away?</source>
        <translation>De sleutel van {name} intrekken?</translation>
    </message>
    <message>
        <source>Take the key away</source>
        <translation>Sleutel intrekken</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Laten zoals het is</translation>
    </message>
    <message>
        <source>{name} and the computers that remember the registry for {name} get in no more.</source>
        <translation>{name} komt er niet meer in, ook niet met een computer die het register onthoudt.</translation>
    </message>
    <message>
        <source>The registry gets a new key, so that old copies of the key files open it no more. That takes a few seconds and may be stopped and finished later. Computers that remember the registry ask everybody for the passphrase once.</source>
        <translation>Het register krijgt een nieuwe sleutel. Oude kopieën van de sleutelbestanden openen het dan niet meer. Dat duurt even; je mag stoppen en het later afmaken. Computers die het register onthouden, vragen iedereen één keer om de wachtzin.</translation>
    </message>
    <message>
        <source>Older backups keep the old key: who has one and the old key files can still read it. What {name} recorded stays.</source>
        <translation>Oudere reservekopieën houden de oude sleutel: wie er een heeft, met de oude sleutelbestanden, kan die nog lezen. Wat {name} heeft vastgelegd, blijft.</translation>
    </message>
    <message>
        <source>Only for a while? Then suspend the access: that can be taken back.</source>
        <translation>Is het maar voor even? Schort de toegang dan op: dat kun je terugdraaien.</translation>
    </message>
</context>
<context>
    <name>RoleDialog</name>
    <message>
        <source>Which role does {name} get?</source>
        <translation>Welke rol krijgt {name}?</translation>
    </message>
    <message>
        <source>The role decides what mhdesk offers. It holds from the next time {name} unlocks.</source>
        <translation>De rol bepaalt wat mhdesk aanbiedt. Hij geldt vanaf de volgende keer dat {name} ontgrendelt.</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Rol veranderen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
</context>
<context>
    <name>UsersSection</name>
    <message>
        <source>Who has a key</source>
        <translation>Wie een sleutel heeft</translation>
    </message>
    <message>
        <source>Add a colleague…</source>
        <translation>Collega toevoegen…</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Gebruikers</translation>
    </message>
    <message>
        <source>choose a colleague</source>
        <translation>collega kiezen</translation>
    </message>
    <message>
        <source>what can be done</source>
        <translation>wat je kunt doen</translation>
    </message>
    <message>
        <source>Only you open this registry. With a second person it stays in reach.</source>
        <translation>Alleen jij opent dit register. Met een tweede persoon blijft het bereikbaar als jij er niet bent.</translation>
    </message>
    <message>
        <source>{count} people open this registry.</source>
        <translation>{count} mensen kunnen dit register openen.</translation>
    </message>
    <message>
        <source>{name} is invited.</source>
        <translation>{name} is uitgenodigd.</translation>
    </message>
    <message>
        <source>{name} opens the registry from now on.</source>
        <translation>{name} kan het register vanaf nu openen.</translation>
    </message>
    <message>
        <source>The role of {name} is changed.</source>
        <translation>De rol van {name} is veranderd.</translation>
    </message>
    <message>
        <source>The name of {name} is changed.</source>
        <translation>De naam van {name} is veranderd.</translation>
    </message>
    <message>
        <source>The cases are back with {name}.</source>
        <translation>De casussen zijn weer van {name}.</translation>
    </message>
    <message>
        <source>The cases are handed over.</source>
        <translation>De casussen zijn overgedragen.</translation>
    </message>
    <message>
        <source>{name} does not open the registry until you allow it again.</source>
        <translation>{name} komt er niet in tot je het weer toelaat.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>{name} opens the registry as before.</source>
        <translation>{name} kan het register openen zoals eerst.</translation>
    </message>
    <message>
        <source>{name} opens the registry again.</source>
        <translation>{name} kan het register weer openen.</translation>
    </message>
    <message>
        <source>That computer asks for the passphrase from now on.</source>
        <translation>Die computer vraagt voortaan om de wachtzin.</translation>
    </message>
    <message>
        <source>The key is taken away and the registry has a new one. {name} still has cases or agreements: {count}.</source>
        <translation>De sleutel is ingetrokken en het register heeft een nieuwe. {name} heeft nog casussen of afspraken: {count}.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Overdragen</translation>
    </message>
    <message>
        <source>The key is taken away and the registry has a new one.</source>
        <translation>De sleutel is ingetrokken en het register heeft een nieuwe.</translation>
    </message>
</context>
<context>
    <name>_Sheet</name>
    <message>
        <source>New recovery page</source>
        <translation>Nieuw herstelblad</translation>
    </message>
    <message>
        <source>Step 1 of 2</source>
        <translation>Stap 1 van 2</translation>
    </message>
    <message>
        <source>The page you have keeps working until this one is typed back.</source>
        <translation>Het blad dat je hebt, blijft werken tot dit blad is overgetypt.</translation>
    </message>
</context>
<context>
    <name>_TypeBack</name>
    <message>
        <source>Step 2 of 2</source>
        <translation>Stap 2 van 2</translation>
    </message>
    <message>
        <source>Keep the old page</source>
        <translation>Oude blad houden</translation>
    </message>
    <message>
        <source>From the print, not from the screen. Then the new page takes its place.</source>
        <translation>Van het papier, niet van het scherm. Daarna komt het nieuwe blad in de plaats van het oude.</translation>
    </message>
    <message>
        <source>If you leave now the old page stays the one that works: tear up the new print.</source>
        <translation>Stop je nu, dan blijft het oude blad het goede: verscheur de nieuwe print.</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>can be read</source>
        <translation>te lezen</translation>
    </message>
    <message>
        <source>old key</source>
        <translation>oude sleutel</translation>
    </message>
    <message>
        <source>another key</source>
        <translation>andere sleutel</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschadigd</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Reservekopie</translation>
    </message>
    <message>
        <source>From before a newer mhdesk</source>
        <translation>Van voor een nieuwere mhdesk</translation>
    </message>
    <message>
        <source>Put aside when a backup was put back</source>
        <translation>Apart gezet bij het terugzetten</translation>
    </message>
    <message>
        <source>with the registry</source>
        <translation>bij het register</translation>
    </message>
    <message>
        <source>second place</source>
        <translation>tweede plek</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
</context>
<context>
    <name>check</name>
    <message>
        <source>To the backups</source>
        <translation>Naar de reservekopieën</translation>
    </message>
    <message>
        <source>To the users</source>
        <translation>Naar de gebruikers</translation>
    </message>
    <message>
        <source>To the recovery page</source>
        <translation>Naar het herstelblad</translation>
    </message>
</context>
<context>
    <name>log</name>
    <message>
        <source>This line is missing from the log</source>
        <translation>Deze regel ontbreekt in het logboek</translation>
    </message>
    <message>
        <source>Somebody unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>Refused ({code})</source>
        <translation>Geweigerd ({code})</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gelukt</translation>
    </message>
    <message>
        <source>draft {number}</source>
        <translation>concept {number}</translation>
    </message>
    <message>
        <source>signal {number}, no longer there</source>
        <translation>signaal {number}, bestaat niet meer</translation>
    </message>
    <message>
        <source>person {number}</source>
        <translation>persoon {number}</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 regel</translation>
    </message>
    <message>
        <source>1 line found</source>
        <translation>1 regel gevonden</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} regels</translation>
    </message>
    <message>
        <source>{count} lines found</source>
        <translation>{count} regels gevonden</translation>
    </message>
</context>
<context>
    <name>manage</name>
    <message>
        <source>has access</source>
        <translation>heeft toegang</translation>
    </message>
    <message>
        <source>invited</source>
        <translation>uitgenodigd</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>stilgezet</translation>
    </message>
    <message>
        <source>key taken away</source>
        <translation>sleutel ingetrokken</translation>
    </message>
    <message>
        <source>Opens the registry with the own passphrase.</source>
        <translation>Opent het register met de eigen wachtzin.</translation>
    </message>
    <message>
        <source>Did not open the registry yet. The invitation works once.</source>
        <translation>Heeft het register nog niet geopend. De uitnodiging werkt één keer.</translation>
    </message>
    <message>
        <source>Waits outside. The same passphrase works again as soon as you allow it.</source>
        <translation>Komt er nu niet in. Dezelfde wachtzin werkt weer zodra je het toelaat.</translation>
    </message>
    <message>
        <source>Has no key any more. The name stays with what was recorded.</source>
        <translation>Heeft geen sleutel meer. De naam blijft staan bij wat is vastgelegd.</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>sinds {day}</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (jij)</translation>
    </message>
    <message>
        <source>1 computer remembers the registry</source>
        <translation>1 computer onthoudt het register</translation>
    </message>
    <message>
        <source>{count} computers remember the registry</source>
        <translation>{count} computers onthouden het register</translation>
    </message>
    <message>
        <source>No key any more</source>
        <translation>Geen sleutel meer</translation>
    </message>
</context>
</TS>
