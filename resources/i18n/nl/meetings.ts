<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AddCasesDialog</name>
    <message>
        <source>Which cases come on the agenda?</source>
        <translation>Welke casussen komen op de agenda?</translation>
    </message>
    <message>
        <source>Put on the agenda</source>
        <translation>Op de agenda zetten</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Open casussen</translation>
    </message>
</context>
<context>
    <name>AgreeDialog</name>
    <message>
        <source>{reference}: who does what, and by when?</source>
        <translation>{reference}: wie doet wat, en wanneer?</translation>
    </message>
    <message>
        <source>Of a colleague it stands on Today, of others on the list of agreements.</source>
        <translation>Wat een collega doet, komt op Vandaag. Wat anderen doen, staat op de lijst met afspraken.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Iemand anders</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Name and organisation</source>
        <translation>Naam en organisatie</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Uiterlijk</translation>
    </message>
</context>
<context>
    <name>AgreementEntry</name>
    <message>
        <source>Put off until {day}: {why}</source>
        <translation>Uitgesteld tot {day}: {why}</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Wat werd ervan</translation>
    </message>
    <message>
        <source>What became of: {what}</source>
        <translation>Wat werd van: {what}</translation>
    </message>
</context>
<context>
    <name>AmendMeetingDialog</name>
    <message>
        <source>When and where is the meeting?</source>
        <translation>Wanneer en waar is het overleg?</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Voorzitter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Why is the meeting called off?</source>
        <translation>Waarom gaat het overleg niet door?</translation>
    </message>
    <message>
        <source>It stays in the list with the reason. Its cases are proposed for the next one.</source>
        <translation>Het blijft met de reden in de lijst. De casussen worden voor de volgende keer voorgesteld.</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Afzeggen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>What became of it?</source>
        <translation>Wat is ervan geworden?</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>Not done, on another day</source>
        <translation>Niet gedaan, nieuwe datum</translation>
    </message>
    <message>
        <source>Not done, and no longer needed</source>
        <translation>Niet gedaan, hoeft niet meer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Wat is er gedaan</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>Nieuwe datum</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Waarom niet</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>{count} not discussed: proposed for the next meeting.</source>
        <translation>Niet besproken: {count}. Die worden voor de volgende keer voorgesteld.</translation>
    </message>
    <message>
        <source>Was the meeting held?</source>
        <translation>Is het overleg gehouden?</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehouden</translation>
    </message>
    <message>
        <source>Held on</source>
        <translation>Gehouden op</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>Wie was erbij</translation>
    </message>
    <message>
        <source>The client</source>
        <translation>De cliënt</translation>
    </message>
    <message>
        <source>What was said about it, or why not yet</source>
        <translation>Wat is er gezegd, of waarom nog niet</translation>
    </message>
</context>
<context>
    <name>ItemPart</name>
    <message>
        <source>To the person</source>
        <translation>Naar de persoon</translation>
    </message>
    <message>
        <source>To the page of {name}</source>
        <translation>Naar de pagina van {name}</translation>
    </message>
    <message>
        <source>age unknown</source>
        <translation>leeftijd onbekend</translation>
    </message>
    <message>
        <source>{age} years old</source>
        <translation>{age} jaar</translation>
    </message>
    <message>
        <source>risk {level}</source>
        <translation>risico {level}</translation>
    </message>
    <message>
        <source>coordinator {name}</source>
        <translation>coördinator {name}</translation>
    </message>
    <message>
        <source>Agreed before</source>
        <translation>Eerder afgesproken</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Verslag schrijven</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Wat is besproken</translation>
    </message>
    <message>
        <source>Discussed</source>
        <translation>Besproken</translation>
    </message>
    <message>
        <source>Not discussed yet</source>
        <translation>Nog niet besproken</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minuten</translation>
    </message>
    <message>
        <source>Before, until {day} ({name}): {text}</source>
        <translation>Eerder, tot {day} ({name}): {text}</translation>
    </message>
    <message>
        <source>Told to…</source>
        <translation>Verteld aan…</translation>
    </message>
    <message>
        <source>Who was told what</source>
        <translation>Wie is wat verteld</translation>
    </message>
    <message>
        <source>Nothing recorded. Note it here when you tell something about this client.</source>
        <translation>Nog niets vastgelegd. Leg hier vast wat je over deze cliënt vertelt.</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Afspraak maken</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>Wie doet wat</translation>
    </message>
    <message>
        <source>Nothing agreed yet.</source>
        <translation>Nog niets afgesproken.</translation>
    </message>
    <message>
        <source>Take off the agenda</source>
        <translation>Van de agenda halen</translation>
    </message>
    <message>
        <source>Take {reference} off the agenda</source>
        <translation>{reference} van de agenda halen</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Name unknown</source>
        <translation>Naam onbekend</translation>
    </message>
    <message>
        <source>agreement due</source>
        <translation>afspraak loopt af</translation>
    </message>
    <message>
        <source>high risk</source>
        <translation>hoog risico</translation>
    </message>
    <message>
        <source>not discussed last time</source>
        <translation>vorige keer niet besproken</translation>
    </message>
    <message>
        <source>agreements open</source>
        <translation>afspraken open</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>uiterlijk {day}</translation>
    </message>
    <message>
        <source>ended {day}: {how}</source>
        <translation>afgerond {day}: {how}</translation>
    </message>
</context>
<context>
    <name>MeetingActs</name>
    <message>
        <source>The change is recorded.</source>
        <translation>De wijziging is vastgelegd.</translation>
    </message>
    <message>
        <source>The meeting is called off.</source>
        <translation>Het overleg is afgezegd.</translation>
    </message>
    <message>
        <source>Recorded: the meeting was held.</source>
        <translation>Vastgelegd: het overleg is gehouden.</translation>
    </message>
    <message>
        <source>The meeting is planned again.</source>
        <translation>Het overleg staat weer op gepland.</translation>
    </message>
    <message>
        <source>The paper is saved. Remove the file once it is where it belongs.</source>
        <translation>Het papier is bewaard. Verwijder het bestand als het is waar het hoort.</translation>
    </message>
    <message>
        <source>The participant is recorded.</source>
        <translation>De deelnemer is vastgelegd.</translation>
    </message>
    <message>
        <source>The participant is off the list.</source>
        <translation>De deelnemer staat niet meer op de lijst.</translation>
    </message>
    <message>
        <source>The agenda is longer.</source>
        <translation>De casussen staan op de agenda.</translation>
    </message>
    <message>
        <source>Every open case stands on the agenda.</source>
        <translation>Alle open casussen staan al op de agenda.</translation>
    </message>
    <message>
        <source>{reference} is off the agenda.</source>
        <translation>{reference} staat niet meer op de agenda.</translation>
    </message>
    <message>
        <source>The report is recorded.</source>
        <translation>Het verslag is vastgelegd.</translation>
    </message>
    <message>
        <source>Recorded who was told what.</source>
        <translation>Vastgelegd wie wat is verteld.</translation>
    </message>
    <message>
        <source>The agreement is recorded.</source>
        <translation>De afspraak is vastgelegd.</translation>
    </message>
    <message>
        <source>Recorded what became of it.</source>
        <translation>Vastgelegd wat ervan is geworden.</translation>
    </message>
    <message>
        <source>This cannot be recorded any more: it was done or taken away meanwhile. Throw it away.</source>
        <translation>Dit kun je niet meer vastleggen: het is intussen gedaan of weggehaald. Je kunt het concept weggooien.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Teruggedraaid.</translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>The chosen case</source>
        <translation>De gekozen casus</translation>
    </message>
    <message>
        <source>On paper…</source>
        <translation>Op papier…</translation>
    </message>
    <message>
        <source>Day and place…</source>
        <translation>Dag en plaats…</translation>
    </message>
    <message>
        <source>Back to planned</source>
        <translation>Terug naar gepland</translation>
    </message>
    <message>
        <source>Call off…</source>
        <translation>Afzeggen…</translation>
    </message>
    <message>
        <source>Held…</source>
        <translation>Gehouden…</translation>
    </message>
    <message>
        <source>Add cases…</source>
        <translation>Casussen erbij…</translation>
    </message>
    <message>
        <source>A report was begun and not recorded.</source>
        <translation>Er is een verslag begonnen en niet vastgelegd.</translation>
    </message>
    <message>
        <source>Who was told what was begun and not recorded.</source>
        <translation>Er is begonnen met wie wat is verteld; het is niet vastgelegd.</translation>
    </message>
    <message>
        <source>The end of the meeting was begun and not recorded.</source>
        <translation>Het afsluiten van het overleg is begonnen en niet vastgelegd.</translation>
    </message>
    <message>
        <source>An agreement was begun and not recorded.</source>
        <translation>Er is een afspraak begonnen en niet vastgelegd.</translation>
    </message>
    <message>
        <source>Another day or place was begun and not recorded.</source>
        <translation>Je begon aan een andere dag of plaats. Die is nog niet vastgelegd.</translation>
    </message>
    <message>
        <source>Why the meeting is called off was begun and not recorded.</source>
        <translation>Je begon het overleg af te zeggen. Dat is nog niet vastgelegd.</translation>
    </message>
    <message>
        <source>A participant was begun and not recorded.</source>
        <translation>Je begon aan een deelnemer. Die is nog niet vastgelegd.</translation>
    </message>
    <message>
        <source>A paper was begun and not saved.</source>
        <translation>Je begon aan een papier. Dat is nog niet opgeslagen.</translation>
    </message>
    <message>
        <source>What became of an agreement was begun and not recorded.</source>
        <translation>Er is begonnen met wat er van een afspraak werd; het is niet vastgelegd.</translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation>Het overleg</translation>
    </message>
    <message>
        <source>No case on the agenda yet</source>
        <translation>Nog geen casus op de agenda</translation>
    </message>
    <message>
        <source>{count} to follow up</source>
        <translation>{count} op te volgen</translation>
    </message>
    <message>
        <source>{count} agreed</source>
        <translation>{count} afgesproken</translation>
    </message>
    <message>
        <source>discussed</source>
        <translation>besproken</translation>
    </message>
    <message>
        <source>walk through the agenda</source>
        <translation>door de agenda lopen</translation>
    </message>
    <message>
        <source>add a participant</source>
        <translation>deelnemer toevoegen</translation>
    </message>
    <message>
        <source>report</source>
        <translation>verslag</translation>
    </message>
    <message>
        <source>told to</source>
        <translation>verteld aan</translation>
    </message>
    <message>
        <source>agree</source>
        <translation>afspraak maken</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verplaatsen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>MeetingPaperDialog</name>
    <message>
        <source>What goes on paper?</source>
        <translation>Wat komt er op papier?</translation>
    </message>
    <message>
        <source>Cases stand on it by number. Names come on it only if you choose that here and say why.</source>
        <translation>Casussen staan er met hun nummer op. Namen komen er alleen op als je dat hier kiest en zegt waarom.</translation>
    </message>
    <message>
        <source>meeting.pdf</source>
        <translation>overleg.pdf</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Uitnodiging</translation>
    </message>
    <message>
        <source>Agenda for the table</source>
        <translation>Agenda voor aan tafel</translation>
    </message>
    <message>
        <source>Agreements of one organisation</source>
        <translation>Afspraken van één organisatie</translation>
    </message>
    <message>
        <source>The questions</source>
        <translation>De vragen</translation>
    </message>
    <message>
        <source>Names of clients</source>
        <translation>Namen van cliënten</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>Van wie</translation>
    </message>
    <message>
        <source>Also on it</source>
        <translation>Ook erop</translation>
    </message>
    <message>
        <source>Why names</source>
        <translation>Waarom namen</translation>
    </message>
</context>
<context>
    <name>MeetingsBlock</name>
    <message>
        <source>Meetings</source>
        <translation>Overleg</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open the meeting of {day}</source>
        <translation>Overleg van {day} openen</translation>
    </message>
    <message>
        <source>Told to {whom}: {what}. {ground}</source>
        <translation>Verteld aan {whom}: {what}. {ground}</translation>
    </message>
    <message>
        <source>Agreed: {what} {who}</source>
        <translation>Afgesproken: {what} {who}</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minuten</translation>
    </message>
</context>
<context>
    <name>MeetingsPage</name>
    <message>
        <source>Meetings</source>
        <translation>Overleg</translation>
    </message>
    <message>
        <source>Plan a meeting</source>
        <translation>Overleg plannen</translation>
    </message>
    <message>
        <source>There is no meeting yet.</source>
        <translation>Er is nog geen overleg.</translation>
    </message>
    <message>
        <source>A casusoverleg is about several cases with all partners; a zorgoverleg is about the care for one victim.</source>
        <translation>Een casusoverleg gaat over meer casussen, met alle partners. Een zorgoverleg gaat over de zorg rond één slachtoffer.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>plan a meeting</source>
        <translation>overleg plannen</translation>
    </message>
    <message>
        <source>A meeting was begun to be planned, and is not recorded.</source>
        <translation>Je begon een overleg te plannen. Het is nog niet vastgelegd.</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Komt nog</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Geweest</translation>
    </message>
    <message>
        <source>{done} of {all} cases discussed</source>
        <translation>{done} van {all} casussen besproken</translation>
    </message>
    <message>
        <source>no report yet</source>
        <translation>nog geen verslag</translation>
    </message>
    <message>
        <source>No meeting is planned</source>
        <translation>Er is geen overleg gepland</translation>
    </message>
    <message>
        <source>The next one: {kind}, {day}</source>
        <translation>Het eerstvolgende: {kind}, {day}</translation>
    </message>
</context>
<context>
    <name>ParticipantDialog</name>
    <message>
        <source>Who sits at the table?</source>
        <translation>Wie zit er aan tafel?</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Functie</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Aanwezig</translation>
    </message>
    <message>
        <source>This is about care: nobody of police, prosecution or another body of safety sits along.</source>
        <translation>Dit gaat over zorg: er zit niemand van politie, justitie of een andere organisatie voor veiligheid bij.</translation>
    </message>
    <message>
        <source>new, will be added to the list</source>
        <translation>nieuw, komt erbij in de lijst</translation>
    </message>
    <message>
        <source>type a part of the name</source>
        <translation>typ een deel van de naam</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Which meeting do you plan?</source>
        <translation>Welk overleg plan je?</translation>
    </message>
    <message>
        <source>Plan the meeting</source>
        <translation>Overleg plannen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Voorzitter</translation>
    </message>
    <message>
        <source>Invite those who sat there last time</source>
        <translation>Nodig uit wie er vorige keer bij zat</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Deelnemers</translation>
    </message>
    <message>
        <source>Which case</source>
        <translation>Welke casus</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>cases can be added later</source>
        <translation>casussen kunnen er later bij</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>{reference}: what was said?</source>
        <translation>{reference}: wat is besproken?</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Question to the table</source>
        <translation>Vraag aan de tafel</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Discussed; otherwise it comes next time</source>
        <translation>Besproken; anders komt de casus de volgende keer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>{reference}: who was told what?</source>
        <translation>{reference}: wie is wat verteld?</translation>
    </message>
    <message>
        <source>Everybody at the table hears what is said. What only one side may know is told apart from the others.</source>
        <translation>Iedereen aan tafel hoort wat je zegt. Wat maar één kant mag weten, vertel je buiten de anderen om.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Told to</source>
        <translation>Verteld aan</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>Wat is verteld</translation>
    </message>
    <message>
        <source>On which ground</source>
        <translation>Op welke grond</translation>
    </message>
    <message>
        <source>Why this is allowed</source>
        <translation>Waarom dit mag</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>mag leeg blijven</translation>
    </message>
    <message>
        <source>Source: {source}.</source>
        <translation>Bron: {source}.</translation>
    </message>
    <message>
        <source>No covenant holds with {names}.</source>
        <translation>Er geldt geen convenant met {names}.</translation>
    </message>
</context>
<context>
    <name>TablePart</name>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Voorzitter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Day: {day}</source>
        <translation>Dag: {day}</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Notitie: {note}</translation>
    </message>
    <message>
        <source>Before, until {day} ({name}): {text}</source>
        <translation>Eerder, tot {day} ({name}): {text}</translation>
    </message>
    <message>
        <source>At the table</source>
        <translation>Aan tafel</translation>
    </message>
    <message>
        <source>Add a participant</source>
        <translation>Deelnemer toevoegen</translation>
    </message>
    <message>
        <source>Nobody is invited yet.</source>
        <translation>Er is nog niemand uitgenodigd.</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>Amend {name}</source>
        <translation>{name} wijzigen</translation>
    </message>
    <message>
        <source>Remove {name} from the list</source>
        <translation>{name} van de lijst halen</translation>
    </message>
    <message>
        <source>no covenant holds</source>
        <translation>geen geldend convenant</translation>
    </message>
</context>
</TS>
