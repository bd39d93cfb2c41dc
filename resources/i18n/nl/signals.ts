<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AgreeDialog</name>
    <message>
        <source>Do you agree that {name} is not informed?</source>
        <translation>Stem je ermee in dat {name} niet geïnformeerd wordt?</translation>
    </message>
    <message>
        <source>{role}. Decided by {who}.</source>
        <translation>{role}. Besloten door {who}.</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>Antwoord vastleggen</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>Ik stem in</translation>
    </message>
    <message>
        <source>The decision stands.</source>
        <translation>Het besluit blijft staan.</translation>
    </message>
    <message>
        <source>I do not agree</source>
        <translation>Ik stem niet in</translation>
    </message>
    <message>
        <source>A new decision is due.</source>
        <translation>Er moet opnieuw besloten worden.</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Jouw antwoord</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>mag leeg blijven</translation>
    </message>
</context>
<context>
    <name>AmendSignalDialog</name>
    <message>
        <source>What is {reference} to say?</source>
        <translation>Wat moet er in {reference} staan?</translation>
    </message>
    <message>
        <source>What it says now stays readable under Changed.</source>
        <translation>Wat er nu staat, blijft te lezen onder Gewijzigd.</translation>
    </message>
    <message>
        <source>Record the change</source>
        <translation>Wijziging vastleggen</translation>
    </message>
</context>
<context>
    <name>AnswerReferralDialog</name>
    <message>
        <source>What became of the referral to {name}?</source>
        <translation>Wat is er geworden van de doorverwijzing naar {name}?</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>Antwoord vastleggen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>Op welke dag</translation>
    </message>
    <message>
        <source>Which list, and where</source>
        <translation>Welke lijst, en waar</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Hoe het is afgelopen</translation>
    </message>
    <message>
        <source>Ask again on</source>
        <translation>Opnieuw vragen op</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>Wat er geantwoord is</translation>
    </message>
</context>
<context>
    <name>Assessing</name>
    <message>
        <source>The signs are recorded.</source>
        <translation>De tekenen zijn vastgelegd.</translation>
    </message>
</context>
<context>
    <name>AssessmentEntry</name>
    <message>
        <source>Recorded with list {version}, which this mhdesk does not know.</source>
        <translation>Vastgelegd met lijst {version}. Die kent deze versie van mhdesk niet.</translation>
    </message>
    <message>
        <source>Nothing of it was seen.</source>
        <translation>Niets ervan is gezien.</translation>
    </message>
    <message>
        <source>Seen, {strength}</source>
        <translation>Gezien, {strength}</translation>
    </message>
</context>
<context>
    <name>BegunBars</name>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
</context>
<context>
    <name>ChangeStatusDialog</name>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Open {reference} again?</source>
        <translation>{reference} heropenen?</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Heropenen</translation>
    </message>
    <message>
        <source>Mark {reference} as handed over?</source>
        <translation>{reference} als overgedragen aanmerken?</translation>
    </message>
    <message>
        <source>Mark as handed over</source>
        <translation>Als overgedragen aanmerken</translation>
    </message>
    <message>
        <source>Close {reference}?</source>
        <translation>{reference} afsluiten?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Decisions on informing that are still open stay on Today.</source>
        <translation>Besluiten over informeren die nog openstaan, blijven bij Vandaag staan.</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Day of receipt</source>
        <translation>Dag van ontvangst</translation>
    </message>
    <message>
        <source>Time of receipt</source>
        <translation>Tijd van ontvangst</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Binnengekomen via</translation>
    </message>
    <message>
        <source>Reporter: discipline</source>
        <translation>Melder: vakgebied</translation>
    </message>
    <message>
        <source>Reporter: organisation</source>
        <translation>Melder: organisatie</translation>
    </message>
    <message>
        <source>Source secret</source>
        <translation>Bron geheim</translation>
    </message>
    <message>
        <source>Who reports</source>
        <translation>Wie meldt</translation>
    </message>
    <message>
        <source>May be named</source>
        <translation>Mag genoemd worden</translation>
    </message>
    <message>
        <source>Ground to keep the source secret</source>
        <translation>Grond om de bron geheim te houden</translation>
    </message>
    <message>
        <source>About the reporter</source>
        <translation>Over de melder</translation>
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
        <source>Also a matter of</source>
        <translation>Ook sprake van</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Verhaal</translation>
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
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geboortedatum</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Nationaliteit</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Safe contact</source>
        <translation>Veilig contact</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>A lead was added; there were none.</source>
        <translation>Er is een aanknopingspunt toegevoegd. Er was er nog geen.</translation>
    </message>
    <message>
        <source>The leads were: {leads}</source>
        <translation>De aanknopingspunten waren: {leads}</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>{name} changed this in the meantime. What is it to say?</source>
        <translation>{name} heeft dit intussen gewijzigd. Wat moet er staan?</translation>
    </message>
    <message>
        <source>What was recorded before stays readable under Changed, whatever you choose.</source>
        <translation>Wat al was vastgelegd, blijft te lezen onder Gewijzigd, wat je ook kiest.</translation>
    </message>
    <message>
        <source>Record this</source>
        <translation>Dit vastleggen</translation>
    </message>
    <message>
        <source>what you typed</source>
        <translation>wat jij typte</translation>
    </message>
    <message>
        <source>what {name} recorded</source>
        <translation>wat {name} vastlegde</translation>
    </message>
    <message>
        <source>You changed this yourself in the meantime. What is it to say?</source>
        <translation>Je hebt dit intussen zelf gewijzigd. Wat moet er staan?</translation>
    </message>
    <message>
        <source>what you recorded</source>
        <translation>wat je vastlegde</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Allebei</translation>
    </message>
    <message>
        <source>what you typed below the other</source>
        <translation>wat jij typte onder het andere</translation>
    </message>
</context>
<context>
    <name>ContentPart</name>
    <message>
        <source>What and where</source>
        <translation>Wat en waar</translation>
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
        <source>Also a matter of</source>
        <translation>Ook sprake van</translation>
    </message>
    <message>
        <source>What was seen or heard</source>
        <translation>Wat is er gezien of gehoord</translation>
    </message>
    <message>
        <source>Record all the same</source>
        <translation>Toch vastleggen</translation>
    </message>
    <message>
        <source>Is this a name: {words}?</source>
        <translation>Is dit een naam: {words}?</translation>
    </message>
    <message>
        <source>Is this a phone number: {words}?</source>
        <translation>Is dit een telefoonnummer: {words}?</translation>
    </message>
    <message>
        <source>Is this a birth date: {words}?</source>
        <translation>Is dit een geboortedatum: {words}?</translation>
    </message>
    <message>
        <source>This is an e-mail address: {words}.</source>
        <translation>Dit is een mailadres: {words}.</translation>
    </message>
    <message>
        <source>Is this a citizen service number: {words}?</source>
        <translation>Is dit een burgerservicenummer: {words}?</translation>
    </message>
    <message>
        <source>Advice names nobody.</source>
        <translation>In een adviesvraag staat niemand met naam.</translation>
    </message>
</context>
<context>
    <name>ConvertDialog</name>
    <message>
        <source>Make a signal of it</source>
        <translation>Maak er een signaal van…</translation>
    </message>
    <message>
        <source>Make a notification of it</source>
        <translation>Maak er een melding van…</translation>
    </message>
    <message>
        <source>No notification after all</source>
        <translation>Toch geen melding…</translation>
    </message>
    <message>
        <source>What is {reference} from now on?</source>
        <translation>Wat is {reference} vanaf nu?</translation>
    </message>
    <message>
        <source>Now: {kind}. What it says now stays readable under Changed.</source>
        <translation>Nu: {kind}. Wat er nu staat, blijft te lezen onder Gewijzigd.</translation>
    </message>
    <message>
        <source>Record the kind</source>
        <translation>Soort vastleggen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>mag leeg blijven</translation>
    </message>
    <message>
        <source>From today the terms for informing run for every victim and aggressor, and that for triage.</source>
        <translation>Vanaf vandaag lopen de termijnen voor informeren van elk slachtoffer en elke pleger, en die voor triage.</translation>
    </message>
    <message>
        <source>The terms for triage and for telling the reporter end. Terms for informing that began before today go on: the data of these persons are still here.</source>
        <translation>De termijnen voor triage en terugkoppelen eindigen. Termijnen voor informeren die al eerder liepen, lopen door: de gegevens van deze mensen staan hier nog.</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Where should the declaration go?</source>
        <translation>Waar moet de verklaring komen?</translation>
    </message>
    <message>
        <source>The declaration is saved. Have it signed and keep it.</source>
        <translation>De verklaring is bewaard. Laat haar ondertekenen en bewaar haar.</translation>
    </message>
    <message>
        <source>The change is recorded.</source>
        <translation>De wijziging is vastgelegd.</translation>
    </message>
    <message>
        <source>The person is recorded.</source>
        <translation>De betrokkene is vastgelegd.</translation>
    </message>
    <message>
        <source>It says that already. Nothing was changed.</source>
        <translation>Dat stond er al. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>It says again what it said before.</source>
        <translation>Er staat weer wat er eerst stond.</translation>
    </message>
</context>
<context>
    <name>CrisisCardDialog</name>
    <message>
        <source>Crisis card</source>
        <translation>Crisiskaart</translation>
    </message>
    <message>
        <source>For the duty service. Call first; the card is for what they have to write down.</source>
        <translation>Voor de crisisdienst. Bel eerst; de kaart is voor wat zij moeten opschrijven.</translation>
    </message>
    <message>
        <source>card.pdf</source>
        <translation>kaart.pdf</translation>
    </message>
    <message>
        <source>first name only</source>
        <translation>alleen voornaam</translation>
    </message>
    <message>
        <source>initials</source>
        <translation>voorletters</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>geen naam</translation>
    </message>
    <message>
        <source>age</source>
        <translation>leeftijd</translation>
    </message>
    <message>
        <source>age in a band</source>
        <translation>leeftijdsgroep</translation>
    </message>
    <message>
        <source>no age</source>
        <translation>geen leeftijd</translation>
    </message>
    <message>
        <source>safe contact</source>
        <translation>veilig contact</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>geslacht</translation>
    </message>
    <message>
        <source>nationality</source>
        <translation>nationaliteit</translation>
    </message>
    <message>
        <source>Whom to call back, with a number</source>
        <translation>Wie de dienst terugbelt, met nummer</translation>
    </message>
    <message>
        <source>Danger now</source>
        <translation>Gevaar nu</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>What has been done</source>
        <translation>Wat al gedaan is</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Who it is about</source>
        <translation>Om wie het gaat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
    <message>
        <source>Also on the card</source>
        <translation>Ook op de kaart</translation>
    </message>
    <message>
        <source>This is what the card says</source>
        <translation>Dit staat er op de kaart</translation>
    </message>
</context>
<context>
    <name>DecideInformingDialog</name>
    <message>
        <source>Is {name} informed?</source>
        <translation>Wordt {name} geïnformeerd?</translation>
    </message>
    <message>
        <source>Both victim and aggressor are informed, unless something weighs against it.</source>
        <translation>Slachtoffer en pleger worden allebei geïnformeerd, tenzij er iets zwaarder weegt.</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>Besluit vastleggen</translation>
    </message>
    <message>
        <source>I have read how this person is reached safely</source>
        <translation>Ik heb gelezen hoe deze persoon veilig te bereiken is</translation>
    </message>
    <message>
        <source>Safe contact</source>
        <translation>Veilig contact</translation>
    </message>
    <message>
        <source>You are the only one who decides in this registry. If somebody else looked along, write down who; if nobody did, it says so here and you look at it again on the day that you choose.</source>
        <translation>Je bent de enige die in deze registratie beslist. Keek iemand anders mee, schrijf dan op wie. Keek niemand mee, dan staat dat bij het besluit en kijk je er op de gekozen dag opnieuw naar.</translation>
    </message>
    <message>
        <source>A second person looks along: after this it stands on Today of {names}.</source>
        <translation>Iemand anders kijkt mee: het besluit staat hierna op Vandaag van {names}.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Besluit</translation>
    </message>
    <message>
        <source>Why wait</source>
        <translation>Waarom (nog) niet</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>Grond in de wet</translation>
    </message>
    <message>
        <source>What was weighed</source>
        <translation>Afweging</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Besloten door</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>Besloten op</translation>
    </message>
    <message>
        <source>Who was consulted</source>
        <translation>Wie is geraadpleegd</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>Verteld door</translation>
    </message>
    <message>
        <source>How it was told</source>
        <translation>Hoe het verteld is</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>Verteld op</translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation>Meebeslist door</translation>
    </message>
    <message>
        <source>Review on</source>
        <translation>Opnieuw bekijken</translation>
    </message>
    <message>
        <source>somebody who does not work in mhdesk</source>
        <translation>iemand die niet in mhdesk werkt</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>Wat is verteld</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>uiterlijk {day}</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Told: {what}</source>
        <translation>Verteld: {what}</translation>
    </message>
    <message>
        <source>Consulted: {who}</source>
        <translation>Geraadpleegd: {who}</translation>
    </message>
    <message>
        <source>extension {number}</source>
        <translation>{number}e verlenging</translation>
    </message>
    <message>
        <source>extension {number}, since {day}</source>
        <translation>{number}e verlenging, sinds {day}</translation>
    </message>
</context>
<context>
    <name>DestroyDialog</name>
    <message>
        <source>Destroy {reference}?</source>
        <translation>{reference} vernietigen?</translation>
    </message>
    <message>
        <source>Everything about it goes for good: the story, decisions, referrals, notes, and persons whom no other signal knows. The log keeps the numbers only. It cannot be undone.</source>
        <translation>Alles erover gaat voorgoed weg: het verhaal, besluiten, doorverwijzingen, notities, en personen die in geen ander signaal voorkomen. Het logboek houdt alleen de nummers. Dit is niet terug te draaien.</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Vernietigen</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grond</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Besloten door</translation>
    </message>
    <message>
        <source>Number of the signal</source>
        <translation>Nummer van het signaal</translation>
    </message>
    <message>
        <source>type {reference}</source>
        <translation>typ {reference}</translation>
    </message>
</context>
<context>
    <name>DiscardDraftDialog</name>
    <message>
        <source>Throw this draft away?</source>
        <translation>Dit concept weggooien?</translation>
    </message>
    <message>
        <source>What you typed is gone then. Nothing of it was recorded.</source>
        <translation>Wat je typte is dan weg. Er is niets van vastgelegd.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
</context>
<context>
    <name>FileActs</name>
    <message>
        <source>Choose a file to add</source>
        <translation>Bestand kiezen om toe te voegen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>The file is kept. The one that you chose still lies where it was.</source>
        <translation>Het bestand is bewaard. Het bestand dat je koos, staat nog waar het stond.</translation>
    </message>
    <message>
        <source>{count} files are kept. Those that you chose still lie where they were.</source>
        <translation>{count} bestanden zijn bewaard. De bestanden die je koos, staan nog waar ze stonden.</translation>
    </message>
    <message>
        <source>Save outside the registry</source>
        <translation>Buiten het register bewaren</translation>
    </message>
    <message>
        <source>Saved at {path}. Delete it there as soon as you are done.</source>
        <translation>Bewaard als {path}. Verwijder het daar zodra je klaar bent.</translation>
    </message>
    <message>
        <source>{name} was taken away. Backups hold it until they go.</source>
        <translation>{name} is weggehaald. In reservekopieën staat het tot die verdwijnen.</translation>
    </message>
    <message>
        <source>{name} was taken away. You can undo that while this stands here, and no more once mhdesk was locked. Backups hold it until they go.</source>
        <translation>{name} is weggehaald. Ongedaan maken kan zolang dit er staat, en niet meer na een vergrendeling. In reservekopieën staat het tot die verdwijnen.</translation>
    </message>
</context>
<context>
    <name>FilesBlock</name>
    <message>
        <source>came with the mail</source>
        <translation>kwam met de mail</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Bestand toevoegen…</translation>
    </message>
    <message>
        <source>No files. Drop one here, or add one.</source>
        <translation>Geen bestanden. Sleep er een hierheen, of voeg er een toe.</translation>
    </message>
    <message>
        <source>A file may be {size}, and a signal may have {count}. Pictures, PDF, text and mail can be viewed here.</source>
        <translation>Een bestand mag {size} groot zijn, en bij een signaal passen er {count}. Foto’s, pdf, tekst en mail kun je hier bekijken.</translation>
    </message>
    <message>
        <source>Together {here}. All files in the registry: {all}.</source>
        <translation>Samen {here}. Alle bestanden in het register: {all}.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Bekijken</translation>
    </message>
    <message>
        <source>View {name}</source>
        <translation>{name} bekijken</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Bewaren als…</translation>
    </message>
    <message>
        <source>Save {name} as</source>
        <translation>{name} bewaren als</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>Take {name} away</source>
        <translation>{name} weghalen</translation>
    </message>
</context>
<context>
    <name>FinishTaskDialog</name>
    <message>
        <source>{task}: what was done?</source>
        <translation>{task}: wat is er gedaan?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Wat is er gedaan</translation>
    </message>
    <message>
        <source>What was told, and how</source>
        <translation>Wat er is verteld, en hoe</translation>
    </message>
</context>
<context>
    <name>FormProblems</name>
    <message>
        <source>Correct: {field}</source>
        <translation>{field} verbeteren</translation>
    </message>
    <message>
        <source>A victim or an aggressor</source>
        <translation>Een slachtoffer of een pleger</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>{name}, {day} at {time}</source>
        <translation>{name}, {day} om {time}</translation>
    </message>
    <message>
        <source>{field} was: {value}</source>
        <translation>{field} was: {value}</translation>
    </message>
    <message>
        <source>File added: {name}</source>
        <translation>Bestand toegevoegd: {name}</translation>
    </message>
    <message>
        <source>File taken away: {name}</source>
        <translation>Bestand weggehaald: {name}</translation>
    </message>
    <message>
        <source>Somebody of whom nothing was known got a name.</source>
        <translation>Van iemand over wie niets bekend was, is nu bekend wie het is.</translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation>{name} is toegevoegd.</translation>
    </message>
    <message>
        <source>{name}: the role was {role}.</source>
        <translation>{name}: de rol was {role}.</translation>
    </message>
    <message>
        <source>{name} was recorded as somebody else: these turned out to be two persons.</source>
        <translation>{name} stond hier eerst als iemand anders: het bleken twee mensen.</translation>
    </message>
    <message>
        <source>Added: {relation}.</source>
        <translation>Toegevoegd: {relation}.</translation>
    </message>
    <message>
        <source>Taken away: {relation}.</source>
        <translation>Weggehaald: {relation}.</translation>
    </message>
</context>
<context>
    <name>IndicatorsBlock</name>
    <message>
        <source>Signs of exploitation</source>
        <translation>Tekenen van uitbuiting</translation>
    </message>
    <message>
        <source>Go through the signs</source>
        <translation>Tekenen nalopen</translation>
    </message>
    <message>
        <source>Nobody went through the list yet.</source>
        <translation>Nog niemand liep de lijst na.</translation>
    </message>
    <message>
        <source>Show what was recorded before ({count})</source>
        <translation>Toon wat eerder is vastgelegd ({count})</translation>
    </message>
    <message>
        <source>Hide what was recorded before</source>
        <translation>Verberg wat eerder is vastgelegd</translation>
    </message>
</context>
<context>
    <name>IndicatorsDialog</name>
    <message>
        <source>Signs of exploitation in {reference}</source>
        <translation>Tekenen van uitbuiting bij {reference}</translation>
    </message>
    <message>
        <source>Leave open what nobody looked at: it never counts as not seen. One sign proves nothing.</source>
        <translation>Laat open wat niemand naging: dat telt nooit als niet gezien. Eén teken bewijst niets.</translation>
    </message>
    <message>
        <source>Record the signs</source>
        <translation>Tekenen vastleggen</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Niet gezien</translation>
    </message>
    <message>
        <source>Not assessed</source>
        <translation>Niet beoordeeld</translation>
    </message>
    <message>
        <source>Unknown: general signs only</source>
        <translation>Onbekend: algemene tekenen</translation>
    </message>
    <message>
        <source>{form}: general signs</source>
        <translation>{form}: algemene tekenen</translation>
    </message>
    <message>
        <source>Form of exploitation</source>
        <translation>Vorm van uitbuiting</translation>
    </message>
    <message>
        <source>Assessed on</source>
        <translation>Nagelopen op</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Zoeken in de lijst</translation>
    </message>
    <message>
        <source>arrows walk, G seen, N not seen, Backspace open</source>
        <translation>pijltjes lopen, G gezien, N niet gezien, Backspace maakt leeg</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Tekenen</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Toelichting</translation>
    </message>
    <message>
        <source>Begins with what was recorded on {day}.</source>
        <translation>Begint met wat op {day} is vastgelegd.</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Bron: {source}</translation>
    </message>
</context>
<context>
    <name>InformingEntry</name>
    <message>
        <source>New decision</source>
        <translation>Nieuw besluit</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Besluit nemen</translation>
    </message>
    <message>
        <source>Told, or decide anew</source>
        <translation>Verteld of nieuw besluit</translation>
    </message>
    <message>
        <source>Decide on informing {name}</source>
        <translation>Besluit nemen over informeren van {name}</translation>
    </message>
    <message>
        <source>Look along</source>
        <translation>Meekijken</translation>
    </message>
    <message>
        <source>Look along with the decision about {name}</source>
        <translation>Meekijken met het besluit over {name}</translation>
    </message>
    <message>
        <source>Done {day}.</source>
        <translation>Verteld op {day}.</translation>
    </message>
    <message>
        <source>Review {day}.</source>
        <translation>Opnieuw bekijken op {day}.</translation>
    </message>
    <message>
        <source>Done {day} by {name}.</source>
        <translation>Gedaan {day} door {name}.</translation>
    </message>
    <message>
        <source>Taken in from a spreadsheet.</source>
        <translation>Uit een spreadsheet overgenomen.</translation>
    </message>
    <message>
        <source>{name}; according to {name} {other} agreed.</source>
        <translation>{name}; volgens {name} stemde {other} in.</translation>
    </message>
    <message>
        <source>Waits for a colleague.</source>
        <translation>Wacht op een collega.</translation>
    </message>
    <message>
        <source>Decided alone.</source>
        <translation>Alleen besloten.</translation>
    </message>
    <message>
        <source>{name} agrees, {day}.</source>
        <translation>{name} stemt in, {day}.</translation>
    </message>
    <message>
        <source>{name} does not agree, {day}.</source>
        <translation>{name} stemt niet in, {day}.</translation>
    </message>
</context>
<context>
    <name>InformingView</name>
    <message>
        <source>Informing</source>
        <translation>Informeren</translation>
    </message>
    <message>
        <source>one person</source>
        <translation>één persoon</translation>
    </message>
    <message>
        <source>{count} persons</source>
        <translation>{count} personen</translation>
    </message>
    <message>
        <source>A decision stays as it is; a new one follows it.</source>
        <translation>Een besluit blijft staan; een nieuw besluit volgt erop.</translation>
    </message>
    <message>
        <source>Nobody in this signal is a victim or an aggressor: there is nothing to decide.</source>
        <translation>Bij dit signaal staat geen slachtoffer of pleger. Er is niets te besluiten.</translation>
    </message>
</context>
<context>
    <name>KindPart</name>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>without data of persons</source>
        <translation>zonder persoonsgegevens</translation>
    </message>
    <message>
        <source>with or without a person</source>
        <translation>met of zonder persoon</translation>
    </message>
    <message>
        <source>persons are named</source>
        <translation>personen genoemd</translation>
    </message>
    <message>
        <source>New advice</source>
        <translation>Nieuw advies</translation>
    </message>
    <message>
        <source>New signal</source>
        <translation>Nieuw signaal</translation>
    </message>
    <message>
        <source>New notification</source>
        <translation>Nieuwe melding</translation>
    </message>
    <message>
        <source>You record the question and the advice, no data of the persons concerned.</source>
        <translation>Je legt de vraag en het advies vast, geen gegevens van betrokkenen.</translation>
    </message>
    <message>
        <source>No term starts. You can still decide on informing somebody.</source>
        <translation>Er gaat geen termijn lopen. Over informeren kun je wel besluiten.</translation>
    </message>
    <message>
        <source>Recording this asks for a decision on informing, for each victim and each aggressor, by {day}.</source>
        <translation>Dan is een besluit over informeren nodig: per slachtoffer en pleger, uiterlijk {day}.</translation>
    </message>
</context>
<context>
    <name>KnownPart</name>
    <message>
        <source>Somebody else after all</source>
        <translation>Toch iemand anders</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>The same person as {name} in {reference}.</source>
        <translation>Dezelfde persoon als {name} in {reference}.</translation>
    </message>
    <message>
        <source>What is known there stays as it is. What you type is added to it.</source>
        <translation>Wat daar bekend is, blijft staan. Wat jij typt, komt erbij.</translation>
    </message>
    <message>
        <source>Not the same person as {name}.</source>
        <translation>Niet dezelfde persoon als {name}.</translation>
    </message>
</context>
<context>
    <name>LeadActs</name>
    <message>
        <source>This lead was taken off. What was typed about it can be thrown away.</source>
        <translation>Dit aanknopingspunt is weggehaald. Wat je erover typte, kun je weggooien.</translation>
    </message>
    <message>
        <source>The lead is taken off.</source>
        <translation>Het aanknopingspunt is weggehaald.</translation>
    </message>
    <message>
        <source>The lead is recorded.</source>
        <translation>Het aanknopingspunt is vastgelegd.</translation>
    </message>
</context>
<context>
    <name>LeadDialog</name>
    <message>
        <source>What is known?</source>
        <translation>Wat is er bekend?</translation>
    </message>
    <message>
        <source>What is this lead to say?</source>
        <translation>Wat moet dit aanknopingspunt zeggen?</translation>
    </message>
    <message>
        <source>Note it as it was told. It is found again in any notation.</source>
        <translation>Noteer het zoals het is verteld. Het wordt in elke schrijfwijze teruggevonden.</translation>
    </message>
    <message>
        <source>Record the lead</source>
        <translation>Aanknopingspunt vastleggen</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Aanknopingspunt</translation>
    </message>
    <message>
        <source>As it was told</source>
        <translation>Zoals het is verteld</translation>
    </message>
    <message>
        <source>What else is known of it</source>
        <translation>Wat is er nog over bekend</translation>
    </message>
</context>
<context>
    <name>LeadRow</name>
    <message>
        <source>Take off</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>Take this lead off</source>
        <translation>Dit aanknopingspunt weghalen</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Aanknopingspunt</translation>
    </message>
    <message>
        <source>As it was told</source>
        <translation>Zoals het is verteld</translation>
    </message>
    <message>
        <source>What else is known of it</source>
        <translation>Wat is er nog over bekend</translation>
    </message>
</context>
<context>
    <name>LeadsBlock</name>
    <message>
        <source>Leads</source>
        <translation>Aanknopingspunten</translation>
    </message>
    <message>
        <source>Add a lead</source>
        <translation>Aanknopingspunt toevoegen</translation>
    </message>
    <message>
        <source>No leads were noted.</source>
        <translation>Er zijn geen aanknopingspunten genoteerd.</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Aanvullen</translation>
    </message>
    <message>
        <source>Amend {lead}</source>
        <translation>{lead} aanvullen</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>Take off {lead}</source>
        <translation>{lead} weghalen</translation>
    </message>
</context>
<context>
    <name>LeadsPart</name>
    <message>
        <source>Advice: no number or account by which somebody is reached.</source>
        <translation>Bij een advies: geen nummer of account waarmee je iemand bereikt.</translation>
    </message>
    <message>
        <source>No person? Note an advertisement, address, number, plate or business</source>
        <translation>Geen persoon? Noteer een advertentie, adres, nummer, kenteken of bedrijf</translation>
    </message>
    <message>
        <source>Another lead</source>
        <translation>Nog een aanknopingspunt</translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <source>from somebody else, kept secret</source>
        <translation>van een ander, geheim</translation>
    </message>
    <message>
        <source>from a professional, unnamed</source>
        <translation>van een beroepskracht, zonder naam</translation>
    </message>
    <message>
        <source>from a place that everybody can see, such as the internet</source>
        <translation>van een plek die iedereen kan zien, zoals internet</translation>
    </message>
    <message>
        <source>only from this person</source>
        <translation>alleen van deze persoon zelf</translation>
    </message>
    <message>
        <source>Information letter for {name}</source>
        <translation>Informatiebrief voor {name}</translation>
    </message>
    <message>
        <source>The letter names nobody else, and says nothing of a role, the story or the number. Whoever finds it can read that exploitation is suspected: hand it over in person if you can.</source>
        <translation>De brief noemt niemand anders, en zegt niets over een rol, het verhaal of het nummer. Wie hem vindt, kan wel lezen dat het om uitbuiting kan gaan: geef hem als het kan zelf.</translation>
    </message>
    <message>
        <source>letter.pdf</source>
        <translation>brief.pdf</translation>
    </message>
    <message>
        <source>{language}, and Dutch after it</source>
        <translation>{language}, met Nederlands erachter</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Where the data come from</source>
        <translation>Waar de gegevens vandaan komen</translation>
    </message>
    <message>
        <source>Whom to ask for</source>
        <translation>Contactpersoon</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>het adres</translation>
    </message>
    <message>
        <source>the phone number</source>
        <translation>het telefoonnummer</translation>
    </message>
    <message>
        <source>the data protection officer</source>
        <translation>de functionaris gegevensbescherming</translation>
    </message>
    <message>
        <source>Still open in the letter: {what}. Fill it in under Management, Organisation.</source>
        <translation>Nog open in de brief: {what}. Vul het in bij Beheer, Organisatie.</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Name unknown</source>
        <translation>Naam onbekend</translation>
    </message>
    <message>
        <source>{reference} and {count} more</source>
        <translation>{reference} en nog {count}</translation>
    </message>
    <message>
        <source>age unknown</source>
        <translation>leeftijd onbekend</translation>
    </message>
    <message>
        <source>{age} years old then ({birth})</source>
        <translation>toen {age} jaar ({birth})</translation>
    </message>
    <message>
        <source>{age} years old ({birth})</source>
        <translation>{age} jaar ({birth})</translation>
    </message>
    <message>
        <source>Nothing is known of this person yet.</source>
        <translation>Van deze persoon is nog niets bekend.</translation>
    </message>
</context>
<context>
    <name>NarrativeView</name>
    <message>
        <source>What was seen or heard</source>
        <translation>Wat is er gezien of gehoord</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Aanvullen</translation>
    </message>
    <message>
        <source>Amend what was seen or heard</source>
        <translation>Aanvullen wat er gezien of gehoord is</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>Er is niets opgeschreven.</translation>
    </message>
</context>
<context>
    <name>NotesView</name>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
</context>
<context>
    <name>OneDialog</name>
    <message>
        <source>Not kept yet</source>
        <translation>Nog niet bewaard</translation>
    </message>
    <message>
        <source>Draft kept at {time}</source>
        <translation>Concept bewaard om {time}</translation>
    </message>
</context>
<context>
    <name>OrganisationEditor</name>
    <message>
        <source>Organisations</source>
        <translation>Organisaties</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Save as PDF…</source>
        <translation>Bewaren als PDF…</translation>
    </message>
    <message>
        <source>Safe contact</source>
        <translation>Veilig contact</translation>
    </message>
    <message>
        <source>Nobody wrote down how this person is reached safely. Find that out first.</source>
        <translation>Er staat niet hoe je deze persoon veilig bereikt. Zoek dat eerst uit.</translation>
    </message>
    <message>
        <source>Where should the paper go?</source>
        <translation>Waar komt het bestand?</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PapersRow</name>
    <message>
        <source>Information letter…</source>
        <translation>Informatiebrief…</translation>
    </message>
    <message>
        <source>Information letter for {name}</source>
        <translation>Informatiebrief voor {name}</translation>
    </message>
    <message>
        <source>As a story…</source>
        <translation>Als verhaal…</translation>
    </message>
    <message>
        <source>The decisions about {name} as a story</source>
        <translation>De besluiten over {name} als verhaal</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>Persons concerned</source>
        <translation>Betrokkenen</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Betrokkene toevoegen</translation>
    </message>
    <message>
        <source>No persons are known in this signal.</source>
        <translation>Bij dit signaal zijn geen personen bekend.</translation>
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
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Correct the role of {name}</source>
        <translation>De rol van {name} verbeteren</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Aanvullen</translation>
    </message>
    <message>
        <source>Amend what is known of {name}</source>
        <translation>Aanvullen wat bekend is over {name}</translation>
    </message>
    <message>
        <source>Tell what {name} is of somebody here</source>
        <translation>Vastleggen wat {name} van iemand hier is</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relatie</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Niet dezelfde</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
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
        <source>{name} is not the same person</source>
        <translation>Niet dezelfde: {name}</translation>
    </message>
    <message>
        <source>Perhaps the same as {name}</source>
        <translation>Misschien dezelfde als {name}</translation>
    </message>
    <message>
        <source>Also in</source>
        <translation>Ook bij</translation>
    </message>
    <message>
        <source>Open {reference}</source>
        <translation>{reference} openen</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Record the person</source>
        <translation>Betrokkene vastleggen</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>Who is concerned as well?</source>
        <translation>Wie is er nog meer bij betrokken?</translation>
    </message>
    <message>
        <source>What is known of {name}?</source>
        <translation>Wat is er bekend over {name}?</translation>
    </message>
    <message>
        <source>What it says now stays readable under Changed.</source>
        <translation>Wat er nu staat, blijft te lezen onder Gewijzigd.</translation>
    </message>
    <message>
        <source>This counts in every signal with this person. What it says now stays readable.</source>
        <translation>Dit geldt in elk signaal met deze persoon. Wat er nu staat, blijft te lezen onder Gewijzigd.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
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
        <source>Safe contact</source>
        <translation>Veilig contact</translation>
    </message>
    <message>
        <source>when and how to call</source>
        <translation>hoe en wanneer bellen</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relatie</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>Van wie</translation>
    </message>
    <message>
        <source>born {birth}</source>
        <translation>geboren {birth}</translation>
    </message>
</context>
<context>
    <name>PersonPart</name>
    <message>
        <source>Take off</source>
        <translation>Weghalen</translation>
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
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geboortedatum</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Nationaliteit</translation>
    </message>
    <message>
        <source>when and how to call</source>
        <translation>hoe en wanneer bellen</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Safe contact</source>
        <translation>Veilig contact</translation>
    </message>
    <message>
        <source>or the year, or “about 24”</source>
        <translation>of het jaar, of “ca. 24 jaar”</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Betrokkene {number}</translation>
    </message>
    <message>
        <source>Role of person {number}</source>
        <translation>Rol van betrokkene {number}</translation>
    </message>
    <message>
        <source>Take person {number} off</source>
        <translation>Betrokkene {number} weghalen</translation>
    </message>
    <message>
        <source>born {birth}</source>
        <translation>geboren {birth}</translation>
    </message>
</context>
<context>
    <name>PersonsActs</name>
    <message>
        <source>Your answer is recorded.</source>
        <translation>Je antwoord is vastgelegd.</translation>
    </message>
    <message>
        <source>The relation is taken away.</source>
        <translation>De relatie is weggehaald.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Teruggedraaid.</translation>
    </message>
    <message>
        <source>The role is recorded.</source>
        <translation>De rol is vastgelegd.</translation>
    </message>
    <message>
        <source>The kind is recorded.</source>
        <translation>De soort is vastgelegd.</translation>
    </message>
    <message>
        <source>This decision was followed by another: nothing is asked about it any more.</source>
        <translation>Er is al opnieuw besloten: over dit besluit wordt niets meer gevraagd.</translation>
    </message>
    <message>
        <source>The relation is recorded.</source>
        <translation>De relatie is vastgelegd.</translation>
    </message>
    <message>
        <source>It says that already. Nothing was changed.</source>
        <translation>Dat staat er al. Er is niets veranderd.</translation>
    </message>
</context>
<context>
    <name>PersonsPart</name>
    <message>
        <source>Another person</source>
        <translation>Nog een betrokkene</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>The letter is saved. Print it, remove the file, and record when and how you told it.</source>
        <translation>De brief is bewaard. Print hem, gooi het bestand weg, en leg vast wanneer en hoe je het vertelde.</translation>
    </message>
    <message>
        <source>The crisis card is saved. Remove the file when the duty service has it.</source>
        <translation>De crisiskaart is bewaard. Gooi het bestand weg als de dienst hem heeft.</translation>
    </message>
    <message>
        <source>The decisions are saved as PDF. Remove the file when it is where it belongs.</source>
        <translation>De besluiten zijn bewaard als PDF. Gooi het bestand weg als het is waar het hoort.</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>nothing assessed</source>
        <translation>niets beoordeeld</translation>
    </message>
    <message>
        <source>{count} not seen</source>
        <translation>{count} niet gezien</translation>
    </message>
    <message>
        <source>{count} not assessed</source>
        <translation>{count} niet beoordeeld</translation>
    </message>
    <message>
        <source>nothing seen</source>
        <translation>niets gezien</translation>
    </message>
    <message>
        <source>{several} and {last}</source>
        <translation>{several} en {last}</translation>
    </message>
    <message>
        <source>{signs} seen</source>
        <translation>{signs} gezien</translation>
    </message>
    <message>
        <source>1 strong</source>
        <translation>1 sterk</translation>
    </message>
    <message>
        <source>1 medium</source>
        <translation>1 middelmatig</translation>
    </message>
    <message>
        <source>1 weak</source>
        <translation>1 zwak</translation>
    </message>
    <message>
        <source>{count} strong</source>
        <translation>{count} sterke</translation>
    </message>
    <message>
        <source>{count} medium</source>
        <translation>{count} middelmatige</translation>
    </message>
    <message>
        <source>{count} weak</source>
        <translation>{count} zwakke</translation>
    </message>
    <message>
        <source>This is no score and no probability. One sign by itself proves nothing.</source>
        <translation>Dit is geen score en geen kans. Eén teken op zichzelf bewijst niets.</translation>
    </message>
    <message>
        <source>General signs</source>
        <translation>Algemene tekenen</translation>
    </message>
    <message>
        <source>Signs of {day}: {form}</source>
        <translation>Tekenen van {day}: {form}</translation>
    </message>
</context>
<context>
    <name>ReceiptPart</name>
    <message>
        <source>How it came in</source>
        <translation>Hoe kwam het binnen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Binnengekomen via</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Ontvangen op</translation>
    </message>
    <message>
        <source>at</source>
        <translation>om</translation>
    </message>
    <message>
        <source>Received at what time</source>
        <translation>Ontvangen om hoe laat</translation>
    </message>
</context>
<context>
    <name>ReceiptView</name>
    <message>
        <source>How it came in</source>
        <translation>Hoe kwam het binnen</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Aanvullen</translation>
    </message>
    <message>
        <source>Amend how it came in</source>
        <translation>Aanvullen hoe het binnenkwam</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Binnengekomen via</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Melder</translation>
    </message>
    <message>
        <source>About the reporter</source>
        <translation>Over de melder</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Vorm</translation>
    </message>
    <message>
        <source>Also a matter of</source>
        <translation>Ook sprake van</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Vastgelegd</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} om {time}</translation>
    </message>
    <message>
        <source>{day} at {time}, by {name}</source>
        <translation>{day} om {time}, door {name}</translation>
    </message>
</context>
<context>
    <name>ReferDialog</name>
    <message>
        <source>Refer to whom?</source>
        <translation>Naar wie verwijs je door?</translation>
    </message>
    <message>
        <source>Record the referral</source>
        <translation>Doorverwijzing vastleggen</translation>
    </message>
    <message>
        <source>The signal as a whole</source>
        <translation>Het signaal als geheel</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>verstuurd</translation>
    </message>
    <message>
        <source>only proposed</source>
        <translation>alleen voorgesteld</translation>
    </message>
    <message>
        <source>Do not tell who reported.</source>
        <translation>Vertel niet wie er heeft gemeld.</translation>
    </message>
    <message>
        <source>Whoever is not informed yet is informed at the latest on the day of the referral.</source>
        <translation>Wie nog niet geïnformeerd is, hoort het uiterlijk op de dag van de doorverwijzing (AVG artikel 14 lid 3).</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Who is referred</source>
        <translation>Wie verwijs je door</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>Consent given on</source>
        <translation>Toestemming gegeven op</translation>
    </message>
    <message>
        <source>Why you go on without it</source>
        <translation>Waarom je toch deelt</translation>
    </message>
    <message>
        <source>How soon</source>
        <translation>Hoe snel</translation>
    </message>
    <message>
        <source>Referred on</source>
        <translation>Doorverwezen op</translation>
    </message>
    <message>
        <source>On what basis</source>
        <translation>Op welke grond</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Hoe ver het is</translation>
    </message>
    <message>
        <source>Why without consent</source>
        <translation>Waarom zonder toestemming</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Antwoord uiterlijk</translation>
    </message>
    <message>
        <source>new, will be added to the list</source>
        <translation>nieuw, komt in de lijst</translation>
    </message>
    <message>
        <source>type a part of the name</source>
        <translation>typ een deel van de naam</translation>
    </message>
</context>
<context>
    <name>ReferralEntry</name>
    <message>
        <source>Send the referral to {name}</source>
        <translation>Doorverwijzing naar {name} versturen</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Versturen…</translation>
    </message>
    <message>
        <source>Make the letter to {name}</source>
        <translation>Brief aan {name} maken</translation>
    </message>
    <message>
        <source>Make the letter…</source>
        <translation>Brief maken…</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>Antwoord vastleggen</translation>
    </message>
    <message>
        <source>Record another answer</source>
        <translation>Nieuw antwoord vastleggen</translation>
    </message>
    <message>
        <source>Record the answer of {name}</source>
        <translation>Antwoord van {name} vastleggen</translation>
    </message>
    <message>
        <source>Record another answer of {name}</source>
        <translation>Nieuw antwoord van {name} vastleggen</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Intrekken…</translation>
    </message>
    <message>
        <source>Withdraw the referral to {name}</source>
        <translation>Doorverwijzing naar {name} intrekken</translation>
    </message>
    <message>
        <source>Letter of {day}, {name}</source>
        <translation>Brief van {day}, {name}</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Bewaren als PDF…</translation>
    </message>
    <message>
        <source>Save the letter of {day} as PDF</source>
        <translation>Brief van {day} bewaren als PDF</translation>
    </message>
</context>
<context>
    <name>ReferralsView</name>
    <message>
        <source>Referrals</source>
        <translation>Doorverwijzingen</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>Doorverwijzen</translation>
    </message>
    <message>
        <source>Nobody was referred yet.</source>
        <translation>Er is nog niemand doorverwezen.</translation>
    </message>
</context>
<context>
    <name>RelationDialog</name>
    <message>
        <source>What is {name} of somebody here?</source>
        <translation>Wat is {name} van iemand hier?</translation>
    </message>
    <message>
        <source>Through a parent or representative who is the aggressor, nobody is informed.</source>
        <translation>Via een ouder of vertegenwoordiger die pleger is, wordt niemand geïnformeerd.</translation>
    </message>
    <message>
        <source>Record the relation</source>
        <translation>Relatie vastleggen</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Is</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>Van wie</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>{name} is {kind} {other}</source>
        <translation>{name} is {kind} {other}</translation>
    </message>
    <message>
        <source>Is {name} a parent or representative of {other}?</source>
        <translation>Is {name} ouder of vertegenwoordiger van {other}?</translation>
    </message>
    <message>
        <source>Let nothing about {name} run through {other}: no word, no consent, no access. {other} is a parent or representative and stands here as aggressor.</source>
        <translation>Laat niets over {name} via {other} lopen: geen bericht, geen toestemming, geen inzage. {other} is ouder of vertegenwoordiger en staat hier als pleger.</translation>
    </message>
    <message>
        <source>{name} is a victim and an aggressor at once. Decide for each role by itself, and tell in the one nothing from the other.</source>
        <translation>{name} is slachtoffer en pleger tegelijk. Besluit voor elke rol apart, en vertel bij de ene rol niets van de andere.</translation>
    </message>
</context>
<context>
    <name>RelationsPart</name>
    <message>
        <source>Take away</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>Take away: {relation}</source>
        <translation>Weghalen: {relation}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Until this is known, inform nobody through somebody else.</source>
        <translation>Informeer tot dit bekend is niemand via een ander.</translation>
    </message>
</context>
<context>
    <name>RoleDialog</name>
    <message>
        <source>In which role is {name} concerned?</source>
        <translation>In welke rol is {name} betrokken?</translation>
    </message>
    <message>
        <source>Now: {role}. What it says now stays readable under Changed.</source>
        <translation>Nu: {role}. Wat er nu staat, blijft te lezen onder Gewijzigd.</translation>
    </message>
    <message>
        <source>Record the role</source>
        <translation>Rol vastleggen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>mag leeg blijven</translation>
    </message>
    <message>
        <source>A decision on informing is then due; its term counts from today.</source>
        <translation>Er is dan een besluit over informeren nodig; de termijn telt vanaf vandaag.</translation>
    </message>
    <message>
        <source>No decision on informing is needed then; what was decided stays readable.</source>
        <translation>Er is dan geen besluit over informeren nodig; wat besloten is, blijft te lezen.</translation>
    </message>
</context>
<context>
    <name>RouteBlock</name>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Choose a route</source>
        <translation>Route kiezen</translation>
    </message>
    <message>
        <source>Labour exploitation: this signal counts apart from those of the reporting point.</source>
        <translation>Arbeidsuitbuiting: dit signaal telt apart van die van het meldpunt.</translation>
    </message>
    <message>
        <source>Proposal: {route}</source>
        <translation>Voorstel: {route}</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>nog niet gekozen</translation>
    </message>
</context>
<context>
    <name>RouteDialog</name>
    <message>
        <source>Where does {reference} go?</source>
        <translation>Waar gaat {reference} heen?</translation>
    </message>
    <message>
        <source>Record the route</source>
        <translation>Route vastleggen</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Why another route</source>
        <translation>Waarom een andere route</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>Besloten op</translation>
    </message>
    <message>
        <source>Proposal: {route}. {why} Source: {source}.</source>
        <translation>Voorstel: {route}. {why} Bron: {source}.</translation>
    </message>
</context>
<context>
    <name>RouteEntry</name>
    <message>
        <source>As proposed, recorded by {name}</source>
        <translation>Volgens het voorstel, vastgelegd door {name}</translation>
    </message>
    <message>
        <source>Proposed was: {route}. Recorded by {name}</source>
        <translation>Voorstel was: {route}. Vastgelegd door {name}</translation>
    </message>
</context>
<context>
    <name>Routing</name>
    <message>
        <source>The route is recorded.</source>
        <translation>De route is vastgelegd.</translation>
    </message>
</context>
<context>
    <name>SaveFileDialog</name>
    <message>
        <source>Save {name} outside the registry?</source>
        <translation>{name} buiten het register bewaren?</translation>
    </message>
    <message>
        <source>mhdesk protects that copy no more: whoever can reach the folder can read it, and it may end up in backups of the computer. Delete it as soon as you are done. The log says that you saved it.</source>
        <translation>mhdesk beschermt die kopie niet meer: wie bij de map kan, kan hem lezen, en hij kan in een reservekopie van de computer terechtkomen. Verwijder hem zodra je klaar bent. In het logboek staat dat je hem hebt bewaard.</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>Plek kiezen…</translation>
    </message>
</context>
<context>
    <name>SignalActions</name>
    <message>
        <source>The decision is recorded.</source>
        <translation>Het besluit is vastgelegd.</translation>
    </message>
    <message>
        <source>The referral is recorded.</source>
        <translation>De doorverwijzing is vastgelegd.</translation>
    </message>
    <message>
        <source>The new status is recorded; the reason stands under Notes.</source>
        <translation>De nieuwe status is vastgelegd; de reden staat bij Notities.</translation>
    </message>
    <message>
        <source>The triage is recorded.</source>
        <translation>De triage is vastgelegd.</translation>
    </message>
    <message>
        <source>Recorded: it is done.</source>
        <translation>Vastgelegd: het is gedaan.</translation>
    </message>
    <message>
        <source>Recorded: it comes back on Today.</source>
        <translation>Vastgelegd: het komt terug op Vandaag.</translation>
    </message>
    <message>
        <source>Looked through.</source>
        <translation>Nagekeken.</translation>
    </message>
</context>
<context>
    <name>SignalFilters</name>
    <message>
        <source>Name, number or words</source>
        <translation>Naam, nummer of woorden</translation>
    </message>
    <message>
        <source>Show only signals with this name, number or these words</source>
        <translation>Alleen signalen tonen met deze naam, dit nummer of deze woorden</translation>
    </message>
    <message>
        <source>Still to look through</source>
        <translation>Nog na te kijken</translation>
    </message>
    <message>
        <source>Waits for triage</source>
        <translation>Wacht op triage</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Elke soort</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>Elke status</translation>
    </message>
    <message>
        <source>Every municipality</source>
        <translation>Elke gemeente</translation>
    </message>
    <message>
        <source>Every form</source>
        <translation>Elke vorm</translation>
    </message>
    <message>
        <source>Last received on top</source>
        <translation>Laatst ontvangen boven</translation>
    </message>
    <message>
        <source>Last recorded on top</source>
        <translation>Laatst vastgelegd boven</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filters wissen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
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
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
</context>
<context>
    <name>SignalFormPage</name>
    <message>
        <source>Advice is recorded without the persons concerned. They are still in the draft.</source>
        <translation>Bij advies worden de betrokkenen niet vastgelegd. Ze staan nog in het concept.</translation>
    </message>
    <message>
        <source>Still needed to record</source>
        <translation>Nog nodig om vast te leggen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation>Later afmaken</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Concept weggooien</translation>
    </message>
    <message>
        <source>Everything needed to record is here.</source>
        <translation>Alles om vast te leggen is er.</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>nog een betrokkene</translation>
    </message>
    <message>
        <source>the same person</source>
        <translation>dit is dezelfde</translation>
    </message>
    <message>
        <source>next thing needed</source>
        <translation>volgend veld dat iets vraagt</translation>
    </message>
    <message>
        <source>Person {number} was taken off the form.</source>
        <translation>Betrokkene {number} is weggehaald.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Recorded as {reference}.</source>
        <translation>Vastgelegd als {reference}.</translation>
    </message>
    <message>
        <source>Informing: by {day}.</source>
        <translation>Informeren: uiterlijk {day}.</translation>
    </message>
    <message>
        <source>Draft kept at {time}</source>
        <translation>Concept bewaard om {time}</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>Nog niet bewaard</translation>
    </message>
</context>
<context>
    <name>SignalLine</name>
    <message>
        <source>without a person</source>
        <translation>zonder persoon</translation>
    </message>
    <message>
        <source>received {day}</source>
        <translation>ontvangen {day}</translation>
    </message>
    <message>
        <source>form unknown</source>
        <translation>vorm onbekend</translation>
    </message>
    <message>
        <source>municipality unknown</source>
        <translation>gemeente onbekend</translation>
    </message>
    <message>
        <source>This signal is no longer in the registry</source>
        <translation>Dit signaal staat niet meer in het register</translation>
    </message>
</context>
<context>
    <name>SignalPage</name>
    <message>
        <source>received {day}</source>
        <translation>ontvangen {day}</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Heropenen</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Overdragen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Crisis card…</source>
        <translation>Crisiskaart…</translation>
    </message>
    <message>
        <source>Taken in from a spreadsheet. Look whether everything is right.</source>
        <translation>Uit een spreadsheet overgenomen. Kijk na of alles klopt.</translation>
    </message>
    <message>
        <source>Is looked through</source>
        <translation>Is nagekeken</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>A referral is kept as a draft.</source>
        <translation>Een doorverwijzing staat als concept.</translation>
    </message>
    <message>
        <source>An answer to a referral is kept as a draft.</source>
        <translation>Een antwoord op een doorverwijzing is als concept bewaard.</translation>
    </message>
    <message>
        <source>The reason for another status is kept as a draft.</source>
        <translation>De reden voor een andere status is als concept bewaard.</translation>
    </message>
    <message>
        <source>A triage is kept as a draft.</source>
        <translation>Een triage is als concept bewaard.</translation>
    </message>
    <message>
        <source>A list of signs is kept as a draft.</source>
        <translation>Een lijst met tekenen is bewaard als concept.</translation>
    </message>
    <message>
        <source>The route is kept as a draft.</source>
        <translation>De route is bewaard als concept.</translation>
    </message>
    <message>
        <source>A change of this signal is kept as a draft.</source>
        <translation>Een wijziging van dit signaal is bewaard als concept.</translation>
    </message>
    <message>
        <source>What was typed about a person is kept as a draft.</source>
        <translation>Wat je over een betrokkene typte, is bewaard als concept.</translation>
    </message>
    <message>
        <source>The answer about a colleague&apos;s decision is kept as a draft.</source>
        <translation>Je antwoord over het besluit van een collega is bewaard als concept.</translation>
    </message>
    <message>
        <source>Another role is kept as a draft.</source>
        <translation>Een andere rol staat als concept.</translation>
    </message>
    <message>
        <source>Another kind of this signal is kept as a draft.</source>
        <translation>Een andere soort voor dit signaal staat als concept.</translation>
    </message>
    <message>
        <source>A relation is kept as a draft.</source>
        <translation>Een relatie is als concept bewaard.</translation>
    </message>
    <message>
        <source>An information letter is kept as a draft.</source>
        <translation>Een informatiebrief is als concept bewaard.</translation>
    </message>
    <message>
        <source>A lead is kept as a draft.</source>
        <translation>Een aanknopingspunt is als concept bewaard.</translation>
    </message>
    <message>
        <source>A crisis card is kept as a draft.</source>
        <translation>Een crisiskaart is als concept bewaard.</translation>
    </message>
    <message>
        <source>What was typed about a task is kept as a draft.</source>
        <translation>Wat je over een taak typte, is als concept bewaard.</translation>
    </message>
    <message>
        <source>The decision about {name} is kept as a draft.</source>
        <translation>Het besluit over {name} staat als concept.</translation>
    </message>
    <message>
        <source>Safe contact, {name}</source>
        <translation>Veilig contact, {name}</translation>
    </message>
    <message>
        <source>Kept: not the same person as {name}.</source>
        <translation>Onthouden: niet dezelfde persoon als {name}.</translation>
    </message>
    <message>
        <source>Destroy…</source>
        <translation>Vernietigen…</translation>
    </message>
    <message>
        <source>Destroy {reference}</source>
        <translation>{reference} vernietigen</translation>
    </message>
    <message>
        <source>decide on informing</source>
        <translation>besluit over informeren</translation>
    </message>
    <message>
        <source>look along</source>
        <translation>meekijken</translation>
    </message>
    <message>
        <source>record a triage</source>
        <translation>triage vastleggen</translation>
    </message>
    <message>
        <source>choose a route</source>
        <translation>route kiezen</translation>
    </message>
    <message>
        <source>go through the signs</source>
        <translation>tekenen nalopen</translation>
    </message>
    <message>
        <source>refer</source>
        <translation>doorverwijzen</translation>
    </message>
    <message>
        <source>add a file</source>
        <translation>bestand toevoegen</translation>
    </message>
    <message>
        <source>amend the story</source>
        <translation>verhaal aanvullen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Destroyed. The declaration of destruction has number {number}.</source>
        <translation>Vernietigd. De verklaring van vernietiging heeft nummer {number}.</translation>
    </message>
    <message>
        <source>Save the declaration</source>
        <translation>Verklaring bewaren</translation>
    </message>
    <message>
        <source>This signal was destroyed.</source>
        <translation>Dit signaal is vernietigd.</translation>
    </message>
</context>
<context>
    <name>SignalsPage</name>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>New signal</source>
        <translation>Nieuw signaal</translation>
    </message>
    <message>
        <source>Possibly the same persons</source>
        <translation>Mogelijk dezelfde personen</translation>
    </message>
    <message>
        <source>Take in a mail…</source>
        <translation>Mail inlezen…</translation>
    </message>
    <message>
        <source>Take in a spreadsheet</source>
        <translation>Spreadsheet inlezen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>zoeken in de lijst</translation>
    </message>
    <message>
        <source>new signal</source>
        <translation>nieuw signaal</translation>
    </message>
    <message>
        <source>No signal fits this choice.</source>
        <translation>Geen signaal past bij deze keuze.</translation>
    </message>
    <message>
        <source>There is no signal in this registry yet.</source>
        <translation>Er staat nog geen signaal in dit register.</translation>
    </message>
    <message>
        <source>Record the first one, or take in a spreadsheet.</source>
        <translation>Leg het eerste vast, of neem een spreadsheet over.</translation>
    </message>
    <message>
        <source>1 signal to look through</source>
        <translation>1 overgenomen signaal om na te kijken</translation>
    </message>
    <message>
        <source>{count} signals to look through</source>
        <translation>{count} overgenomen signalen om na te kijken</translation>
    </message>
    <message>
        <source>1 signal found</source>
        <translation>1 signaal gevonden</translation>
    </message>
    <message>
        <source>{count} signals found</source>
        <translation>{count} signalen gevonden</translation>
    </message>
    <message>
        <source>1 signal</source>
        <translation>1 signaal</translation>
    </message>
    <message>
        <source>{count} signals</source>
        <translation>{count} signalen</translation>
    </message>
    <message>
        <source>No signals</source>
        <translation>Geen signalen</translation>
    </message>
    <message>
        <source>Searched names, numbers, organisations and what was told, also without accents or spaces. Clear the filters to see every signal.</source>
        <translation>Gezocht in namen, nummers, organisaties en de tekst, ook zonder accenten en spaties. Met Filters wissen zie je alle signalen weer.</translation>
    </message>
    <message>
        <source>Clear the filters to see every signal.</source>
        <translation>Met Filters wissen zie je alle signalen weer.</translation>
    </message>
</context>
<context>
    <name>SnoozeTaskDialog</name>
    <message>
        <source>{task}: look again later?</source>
        <translation>{task}: later weer bekijken?</translation>
    </message>
    <message>
        <source>Its last day stays {day}.</source>
        <translation>De laatste dag blijft {day}.</translation>
    </message>
    <message>
        <source>Look again later</source>
        <translation>Later weer bekijken</translation>
    </message>
    <message>
        <source>On Today again on</source>
        <translation>Weer op Vandaag op</translation>
    </message>
    <message>
        <source>Why it can wait</source>
        <translation>Waarom het kan wachten</translation>
    </message>
</context>
<context>
    <name>SourcePart</name>
    <message>
        <source>No: may be named</source>
        <translation>Geen: mag genoemd worden</translation>
    </message>
    <message>
        <source>Who reports</source>
        <translation>Wie meldt</translation>
    </message>
    <message>
        <source>May be named?</source>
        <translation>Mag de melder genoemd worden?</translation>
    </message>
    <message>
        <source>Ground to keep it secret</source>
        <translation>Grond voor geheimhouding</translation>
    </message>
    <message>
        <source>Reporter: discipline</source>
        <translation>Melder: vakgebied</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>what was agreed</source>
        <translation>wat er is afgesproken</translation>
    </message>
    <message>
        <source>About the reporter</source>
        <translation>Over de melder</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>review: {distance}</source>
        <translation>opnieuw bekijken: {distance}</translation>
    </message>
    <message>
        <source>a colleague looks along: {distance}</source>
        <translation>een collega kijkt mee: {distance}</translation>
    </message>
    <message>
        <source>day not recorded</source>
        <translation>dag niet vastgelegd</translation>
    </message>
    <message>
        <source>agreed by {name}</source>
        <translation>samen met {name}</translation>
    </message>
    <message>
        <source>without a term</source>
        <translation>zonder termijn</translation>
    </message>
    <message>
        <source>Still to decide</source>
        <translation>Nog te nemen</translation>
    </message>
    <message>
        <source>By {day}</source>
        <translation>Uiterlijk {day}</translation>
    </message>
</context>
<context>
    <name>StoryDialog</name>
    <message>
        <source>The decisions about {name}</source>
        <translation>De besluiten over {name}</translation>
    </message>
    <message>
        <source>On paper it is for a lawyer or a court. What was weighed stands there as it was written: read first whether it names somebody who may not be in it.</source>
        <translation>Op papier is dit voor een advocaat of rechter. De afweging staat er zoals ze is opgeschreven: lees eerst of er iemand in staat die er niet in mag.</translation>
    </message>
    <message>
        <source>decisions.pdf</source>
        <translation>besluiten.pdf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>TaskEntry</name>
    <message>
        <source>done</source>
        <translation>gedaan</translation>
    </message>
    <message>
        <source>{day}, by {name}</source>
        <translation>{day}, door {name}</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>uiterlijk {day}</translation>
    </message>
    <message>
        <source>On Today again on {day}: {reason}</source>
        <translation>Weer op Vandaag op {day}: {reason}</translation>
    </message>
    <message>
        <source>Put off until {day}: {reason}</source>
        <translation>Uitgesteld tot {day}: {reason}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>{task}: done</source>
        <translation>{task}: gedaan</translation>
    </message>
    <message>
        <source>Look again later</source>
        <translation>Later weer bekijken</translation>
    </message>
    <message>
        <source>{task}: look again later</source>
        <translation>{task}: later weer bekijken</translation>
    </message>
</context>
<context>
    <name>TermBar</name>
    <message>
        <source>recorded</source>
        <translation>vastgelegd</translation>
    </message>
    <message>
        <source>first term</source>
        <translation>eerste termijn</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>verlengd</translation>
    </message>
    <message>
        <source>at the latest</source>
        <translation>uiterlijk</translation>
    </message>
</context>
<context>
    <name>TriageBlock</name>
    <message>
        <source>Triage</source>
        <translation>Triage</translation>
    </message>
    <message>
        <source>Record a triage</source>
        <translation>Triage vastleggen</translation>
    </message>
    <message>
        <source>No triage was recorded.</source>
        <translation>Er is geen triage vastgelegd.</translation>
    </message>
</context>
<context>
    <name>TriageDialog</name>
    <message>
        <source>Triage of {reference}</source>
        <translation>Triage van {reference}</translation>
    </message>
    <message>
        <source>Name everybody who took part. What cannot be told yet may stay open.</source>
        <translation>Noem iedereen die meedacht. Wat nog niet te zeggen is, mag open blijven.</translation>
    </message>
    <message>
        <source>Record the triage</source>
        <translation>Triage vastleggen</translation>
    </message>
    <message>
        <source>Held on</source>
        <translation>Gehouden op</translation>
    </message>
    <message>
        <source>Who took part</source>
        <translation>Wie dachten mee</translation>
    </message>
    <message>
        <source>Safety now</source>
        <translation>Veiligheid nu</translation>
    </message>
    <message>
        <source>In the long run</source>
        <translation>Op langere termijn</translation>
    </message>
    <message>
        <source>How severe</source>
        <translation>Hoe ernstig</translation>
    </message>
    <message>
        <source>Children in the household</source>
        <translation>Kinderen in huis</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Wat volgt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
</context>
<context>
    <name>TriageEntry</name>
    <message>
        <source>Took part</source>
        <translation>Dachten mee</translation>
    </message>
    <message>
        <source>Safety now</source>
        <translation>Veiligheid nu</translation>
    </message>
    <message>
        <source>In the long run</source>
        <translation>Op langere termijn</translation>
    </message>
    <message>
        <source>How severe</source>
        <translation>Hoe ernstig</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Kinderen in huis</translation>
    </message>
</context>
<context>
    <name>WeighingPart</name>
    <message>
        <source>This ground is weighed point by point. One is enough; what you leave out stays out.</source>
        <translation>Bij deze grond weeg je punt voor punt. Eén punt is genoeg; wat je leeg laat, blijft weg.</translation>
    </message>
    <message>
        <source>Hide the other points</source>
        <translation>Andere punten verbergen</translation>
    </message>
    <message>
        <source>Show the other {count} points</source>
        <translation>Nog {count} punten tonen</translation>
    </message>
    <message>
        <source>Points to weigh</source>
        <translation>Punten om te wegen</translation>
    </message>
</context>
<context>
    <name>_HintLine</name>
    <message>
        <source>This is the same person</source>
        <translation>Dit is dezelfde</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Niet dezelfde</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>{name} is the same person</source>
        <translation>Dit is dezelfde: {name}</translation>
    </message>
    <message>
        <source>{name} is not the same person</source>
        <translation>Niet dezelfde: {name}</translation>
    </message>
    <message>
        <source>Open {reference}</source>
        <translation>{reference} openen</translation>
    </message>
    <message>
        <source>Almost certainly known: {name}</source>
        <translation>Vrijwel zeker bekend: {name}</translation>
    </message>
    <message>
        <source>Probably known: {name}</source>
        <translation>Waarschijnlijk bekend: {name}</translation>
    </message>
    <message>
        <source>Perhaps known: {name}</source>
        <translation>Misschien bekend: {name}</translation>
    </message>
</context>
<context>
    <name>_SameLine</name>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Number of {name}</source>
        <translation>Nummer van {name}</translation>
    </message>
    <message>
        <source>Is noted with both signals.</source>
        <translation>Dit wordt bij beide signalen genoteerd.</translation>
    </message>
    <message>
        <source>Do not note it</source>
        <translation>Toch niet noteren</translation>
    </message>
    <message>
        <source>Note the link</source>
        <translation>Verband noteren</translation>
    </message>
    <message>
        <source>Open {reference}</source>
        <translation>{reference} openen</translation>
    </message>
</context>
</TS>
