<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>DiscardNoteDialog</name>
    <message>
        <source>Throw this note away?</source>
        <translation>Deze notitie weggooien?</translation>
    </message>
    <message>
        <source>What you typed is gone then, also from the folder of the registry.</source>
        <translation>Wat je typte is dan weg, ook uit de map van het register.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Which registry?</source>
        <translation>Welk register?</translation>
    </message>
</context>
<context>
    <name>EntryFrame</name>
    <message>
        <source>Registry {name} · on this computer</source>
        <translation>Register {name} · op deze computer</translation>
    </message>
    <message>
        <source>Registry {name} · on a stick</source>
        <translation>Register {name} · op een stick of losse schijf</translation>
    </message>
</context>
<context>
    <name>EntryRestorePage</name>
    <message>
        <source>Back to unlocking</source>
        <translation>Terug naar ontgrendelen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>registry</source>
        <translation>register</translation>
    </message>
    <message>
        <source>The registry that lies there is put aside, not thrown away.</source>
        <translation>Het register dat er staat wordt apart gezet, niet weggegooid.</translation>
    </message>
    <message>
        <source>For a registry that is not on this computer any more. Put in the stick with the backup.</source>
        <translation>Voor een register dat niet meer op deze computer staat. Steek de stick met de reservekopie erin.</translation>
    </message>
    <message>
        <source>Put a backup back</source>
        <translation>Reservekopie terugzetten</translation>
    </message>
    <message>
        <source>Open the registry</source>
        <translation>Register openen</translation>
    </message>
</context>
<context>
    <name>InvitationPage</name>
    <message>
        <source>Choose your own passphrase</source>
        <translation>Kies je eigen wachtzin</translation>
    </message>
    <message>
        <source>Open with my own passphrase</source>
        <translation>Openen met mijn eigen wachtzin</translation>
    </message>
    <message>
        <source>Making your keys… This takes a few seconds</source>
        <translation>Sleutels maken… Dit duurt een paar seconden</translation>
    </message>
    <message>
        <source>You were invited as {name}. Choose a passphrase that only you know; the invitation lapses after that.</source>
        <translation>Je bent uitgenodigd als {name}. Kies een wachtzin die alleen jij kent; daarna vervalt de uitnodiging.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The passphrase once more</source>
        <translation>De wachtzin nog een keer</translation>
    </message>
    <message>
        <source>Fill in a passphrase.</source>
        <translation>Vul een wachtzin in.</translation>
    </message>
    <message>
        <source>The two are not the same. Type the passphrase again.</source>
        <translation>De twee zijn niet gelijk. Typ de wachtzin opnieuw.</translation>
    </message>
</context>
<context>
    <name>NewRegistry</name>
    <message>
        <source>The registry</source>
        <translation>Het register</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>Recovery page</source>
        <translation>Herstelblad</translation>
    </message>
    <message>
        <source>Type it back</source>
        <translation>Overtypen</translation>
    </message>
</context>
<context>
    <name>PersonStep</name>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Je naam</translation>
    </message>
    <message>
        <source>as colleagues know you</source>
        <translation>zoals collega’s je kennen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>Make the registry</source>
        <translation>Register maken</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Your name stands beside everything you record.</source>
        <translation>Je naam staat bij alles wat je vastlegt.</translation>
    </message>
    <message>
        <source>A good passphrase</source>
        <translation>Een goede wachtzin</translation>
    </message>
    <message>
        <source>No names, no saying, no line of a song, nothing about your work.</source>
        <translation>Geen namen, geen spreekwoord, geen regel uit een lied, niets over je werk.</translation>
    </message>
    <message>
        <source>Spaces and capitals may be in it, they need not.</source>
        <translation>Spaties en hoofdletters mogen, ze hoeven niet.</translation>
    </message>
    <message>
        <source>Do not write it down beside this computer. Nobody can look it up for you.</source>
        <translation>Schrijf hem niet op bij deze computer. Niemand kan hem voor je opzoeken.</translation>
    </message>
    <message>
        <source>Making the keys…</source>
        <translation>Sleutels maken…</translation>
    </message>
</context>
<context>
    <name>ProvePage</name>
    <message>
        <source>Type the recovery key back</source>
        <translation>Typ de herstelsleutel over</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Back to the recovery page</source>
        <translation>Terug naar het herstelblad</translation>
    </message>
    <message>
        <source>Not saved yet? Go back.</source>
        <translation>Nog niet opgeslagen? Ga terug.</translation>
    </message>
    <message>
        <source>From the print, not from the screen. So you know that it works.</source>
        <translation>Van het papier, niet van het scherm. Dan weet je dat het klopt.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Goed om te weten</translation>
    </message>
    <message>
        <source>Capitals or not makes no difference. O is read as 0, and I and L as 1.</source>
        <translation>Hoofdletters of niet maakt niet uit. Een O telt als 0, een I of L als 1.</translation>
    </message>
    <message>
        <source>Each group carries its own check: a typing error is found at once.</source>
        <translation>Elke groep controleert zichzelf: een typefout zie je meteen.</translation>
    </message>
    <message>
        <source>Scanned the code on the page? Paste the text into the first field.</source>
        <translation>Heb je de code op het blad gescand? Plak de tekst in het eerste veld.</translation>
    </message>
    <message>
        <source>Later is possible. The registry works, but nobody knows yet whether the page does: mhdesk keeps asking.</source>
        <translation>Later kan ook. Het register werkt, maar niemand weet nog of het blad klopt: mhdesk blijft het vragen.</translation>
    </message>
    <message>
        <source>Trying the key…</source>
        <translation>Sleutel proberen…</translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation>Sleutel controleren</translation>
    </message>
</context>
<context>
    <name>QuickNotePage</name>
    <message>
        <source>Keep and close</source>
        <translation>Bewaren en sluiten</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Who calls</source>
        <translation>Wie belt</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefoonnummer</translation>
    </message>
    <message>
        <source>Called on</source>
        <translation>Gebeld op</translation>
    </message>
    <message>
        <source>at</source>
        <translation>om</translation>
    </message>
    <message>
        <source>Called at what time</source>
        <translation>Hoe laat gebeld</translation>
    </message>
    <message>
        <source>What is told</source>
        <translation>Wat wordt verteld</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Form of exploitation</source>
        <translation>Vorm van uitbuiting</translation>
    </message>
    <message>
        <source>Sealed from the first words on. It stands on everybody&apos;s Today, under {name}, once the registry is opened.</source>
        <translation>Wat je typt wordt meteen verzegeld. Zodra iemand het register opent, staat het voor iedereen op Vandaag, onder {name}.</translation>
    </message>
    <message>
        <source>Note quickly</source>
        <translation>Snel noteren</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>Nog niet bewaard</translation>
    </message>
    <message>
        <source>Sealed and kept at {time}</source>
        <translation>Verzegeld bewaard om {time}</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Open with the recovery key</source>
        <translation>Open met de herstelsleutel</translation>
    </message>
    <message>
        <source>Open and replace the passphrase</source>
        <translation>Openen en wachtzin vervangen</translation>
    </message>
    <message>
        <source>Replacing the keys… This takes a few seconds</source>
        <translation>Sleutels vervangen… Dit duurt een paar seconden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Take the recovery page. Your old passphrase lapses.</source>
        <translation>Pak het herstelblad erbij. Je oude wachtzin vervalt.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Herstelsleutel</translation>
    </message>
    <message>
        <source>Eight groups. Scanned the code? Paste the text into the first.</source>
        <translation>Acht groepen. Code gescand? Plak de tekst in de eerste.</translation>
    </message>
</context>
<context>
    <name>RecoveryFields</name>
    <message>
        <source>Group {number} of {count}</source>
        <translation>Groep {number} van {count}</translation>
    </message>
</context>
<context>
    <name>RegistryStep</name>
    <message>
        <source>New registry</source>
        <translation>Nieuw register</translation>
    </message>
    <message>
        <source>Name of the registry</source>
        <translation>Naam van het register</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Kind of organisation</source>
        <translation>Soort organisatie</translation>
    </message>
    <message>
        <source>Municipalities</source>
        <translation>Gemeenten</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>Tweede plek voor reservekopieën</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>{name} (until {year})</source>
        <translation>{name} (tot {year})</translation>
    </message>
    <message>
        <source>Whose it is, and where it stands.</source>
        <translation>Van wie het is, en waar het staat.</translation>
    </message>
    <message>
        <source>Choose the second place</source>
        <translation>Tweede plek kiezen</translation>
    </message>
    <message>
        <source>A stick or another disk. Without it a lost computer takes the backups along.</source>
        <translation>Een stick of andere schijf. Zonder die plek ben je met de computer ook de reservekopieën kwijt.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>Where should backups go too?</source>
        <translation>Waar moeten reservekopieën ook naartoe?</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Kies de map</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Stands on the unlock page and on what you print.</source>
        <translation>Staat op het ontgrendelscherm en op wat je afdrukt.</translation>
    </message>
    <message>
        <source>Decides how long signals are kept and which term for informing people holds.</source>
        <translation>Bepaalt hoelang signalen bewaard blijven en welke termijn geldt om mensen te informeren.</translation>
    </message>
    <message>
        <source>Signals from elsewhere can be recorded too; figures count them as outside the region.</source>
        <translation>Signalen van elders kun je ook vastleggen; de cijfers tellen ze als buiten de regio.</translation>
    </message>
    <message>
        <source>On this computer or on an encrypted stick, not in a folder that a cloud service copies.</source>
        <translation>Op deze computer of op een versleutelde stick, niet in een map die een clouddienst kopieert.</translation>
    </message>
    <message>
        <source>Choose a folder for the registry.</source>
        <translation>Kies een map voor het register.</translation>
    </message>
    <message>
        <source>registry</source>
        <translation>register</translation>
    </message>
    <message>
        <source>Signals are kept for {years} years. Source: {source}.</source>
        <translation>Signalen worden {years} jaar bewaard. Bron: {source}.</translation>
    </message>
    <message>
        <source>In which folder?</source>
        <translation>In welke map?</translation>
    </message>
</context>
<context>
    <name>RenewPage</name>
    <message>
        <source>New passphrase</source>
        <translation>Nieuwe wachtzin</translation>
    </message>
    <message>
        <source>Back to unlocking</source>
        <translation>Terug naar ontgrendelen</translation>
    </message>
</context>
<context>
    <name>SheetStep</name>
    <message>
        <source>Recovery page</source>
        <translation>Herstelblad</translation>
    </message>
    <message>
        <source>Save the page as PDF…</source>
        <translation>Blad bewaren als PDF…</translation>
    </message>
    <message>
        <source>It is printed: type it back</source>
        <translation>Het is geprint: overtypen</translation>
    </message>
    <message>
        <source>The registry is made. This key opens it when a passphrase is forgotten.</source>
        <translation>Het register is gemaakt. Deze sleutel opent het als een wachtzin vergeten is.</translation>
    </message>
    <message>
        <source>The key is shown now and never again. There is no copy at a service or a supplier.</source>
        <translation>De sleutel staat nu op het scherm en daarna nooit meer. Er is geen kopie bij een dienst of leverancier.</translation>
    </message>
    <message>
        <source>What to do with it</source>
        <translation>Wat je ermee doet</translation>
    </message>
    <message>
        <source>1. Save the page, print it, and check that the print can be read.</source>
        <translation>1. Bewaar het blad, print het, en kijk of de print leesbaar is.</translation>
    </message>
    <message>
        <source>2. Keep the print in a safe or with somebody else, never with this computer.</source>
        <translation>2. Leg de print in een kluis of bij iemand anders, nooit bij deze computer.</translation>
    </message>
    <message>
        <source>3. Throw the PDF away: who has it and the computer can open everything.</source>
        <translation>3. Gooi de PDF weg: wie die heeft en de computer, kan alles openen.</translation>
    </message>
    <message>
        <source>4. Type the key back from the print. So you know that it works before you need it.</source>
        <translation>4. Typ de sleutel over van de print. Dan weet je dat hij klopt voordat je hem nodig hebt.</translation>
    </message>
    <message>
        <source>Group {number}: {letters}</source>
        <translation>Groep {number}: {letters}</translation>
    </message>
    <message>
        <source>mhdesk recovery page.pdf</source>
        <translation>mhdesk herstelblad.pdf</translation>
    </message>
    <message>
        <source>Where to save the recovery page?</source>
        <translation>Waar bewaar je het herstelblad?</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {path}. Print it, and throw the file away afterwards.</source>
        <translation>Bewaard als {path}. Print het, en gooi het bestand daarna weg.</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>Stap {number} van {count}: {name}</translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>Four or more ordinary words that have nothing to do with each other.</source>
        <translation>Vier of meer gewone woorden die niets met elkaar te maken hebben.</translation>
    </message>
    <message>
        <source>Very weak. </source>
        <translation>Heel zwak. </translation>
    </message>
    <message>
        <source>Weak. </source>
        <translation>Zwak. </translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>Lost the passphrase? Open with the recovery key</source>
        <translation>Wachtzin kwijt? Open met de herstelsleutel</translation>
    </message>
    <message>
        <source>Open it here anyway</source>
        <translation>Toch hier openen</translation>
    </message>
    <message>
        <source>Somebody on the line? Note it quickly</source>
        <translation>Iemand aan de lijn? Snel noteren</translation>
    </message>
    <message>
        <source>Another registry…</source>
        <translation>Ander register…</translation>
    </message>
    <message>
        <source>New registry…</source>
        <translation>Nieuw register…</translation>
    </message>
    <message>
        <source>This is the made-up registry. Its passphrase is filled in.</source>
        <translation>Dit is het verzonnen register. De wachtzin is al ingevuld.</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Goedemorgen</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Goedemiddag</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Goedenavond</translation>
    </message>
    <message>
        <source>The registry opens with your name and your passphrase.</source>
        <translation>Het register gaat open met je naam en je wachtzin.</translation>
    </message>
    <message>
        <source>Your note of {time} is kept, sealed. It stands on Today as soon as somebody opens the registry.</source>
        <translation>Je notitie van {time} is verzegeld bewaard. Hij staat op Vandaag zodra iemand het register opent.</translation>
    </message>
    <message>
        <source>Locked at {time} before every mail was taken in. Still to take in: {count}.</source>
        <translation>Om {time} vergrendeld voordat alle mails waren ingelezen. Nog inlezen: {count}.</translation>
    </message>
    <message>
        <source>Locked at {time}. Your draft is kept.</source>
        <translation>Om {time} vergrendeld. Je concept is bewaard.</translation>
    </message>
    <message>
        <source>Locked at {time}. Everything was saved.</source>
        <translation>Om {time} vergrendeld. Alles was bewaard.</translation>
    </message>
    <message>
        <source>Put a backup back…</source>
        <translation>Reservekopie terugzetten…</translation>
    </message>
    <message>
        <source>Opening with the keyring of this computer…</source>
        <translation>Openen met de sleutelbos van deze computer…</translation>
    </message>
    <message>
        <source>Checking the passphrase…</source>
        <translation>Wachtzin controleren…</translation>
    </message>
    <message>
        <source>Wait {seconds} more seconds</source>
        <translation>Wacht nog {seconds} seconden</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Ontgrendelen</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Make a new registry</source>
        <translation>Nieuw register maken</translation>
    </message>
    <message>
        <source>Open a registry</source>
        <translation>Register openen</translation>
    </message>
    <message>
        <source>Put a backup back</source>
        <translation>Reservekopie terugzetten</translation>
    </message>
    <message>
        <source>Look around with made-up data</source>
        <translation>Rondkijken met verzonnen gegevens</translation>
    </message>
    <message>
        <source>Welcome to mhdesk</source>
        <translation>Welkom bij mhdesk</translation>
    </message>
    <message>
        <source>A registry is an encrypted folder on this computer. Only who has a name and a passphrase in it can read it.</source>
        <translation>Een register is een versleutelde map op deze computer. Alleen wie er een naam en een wachtzin in heeft, kan het lezen.</translation>
    </message>
    <message>
        <source>You need a printer for the recovery page.</source>
        <translation>Je hebt een printer nodig voor het herstelblad.</translation>
    </message>
    <message>
        <source>Choose the folder in which registry.db and the folder keys stand.</source>
        <translation>Kies de map waarin registry.db en de map keys staan.</translation>
    </message>
    <message>
        <source>When the computer with the registry is lost or does not work any more.</source>
        <translation>Als de computer met het register weg of kapot is.</translation>
    </message>
    <message>
        <source>Nobody in it exists. You can try everything and throw it away.</source>
        <translation>Niemand erin bestaat. Je kunt alles proberen en het weggooien.</translation>
    </message>
    <message>
        <source>Making the registry. This takes a few seconds.</source>
        <translation>Het register wordt gemaakt. Dat duurt een paar seconden.</translation>
    </message>
</context>
</TS>
