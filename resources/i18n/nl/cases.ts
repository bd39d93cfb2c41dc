<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AgreementDialog</name>
    <message>
        <source>It stands on Today until somebody notes that it is done.</source>
        <translation>Het staat op Vandaag tot iemand noteert dat het is gedaan.</translation>
    </message>
    <message>
        <source>What is agreed?</source>
        <translation>Wat is afgesproken?</translation>
    </message>
    <message>
        <source>Record the agreement</source>
        <translation>Afspraak vastleggen</translation>
    </message>
    <message>
        <source>What it said before stays to be read.</source>
        <translation>Wat er eerder stond blijft te lezen.</translation>
    </message>
    <message>
        <source>What does the agreement say now?</source>
        <translation>Wat is er nu afgesproken?</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Wat er gebeurt</translation>
    </message>
    <message>
        <source>Somebody else, named below</source>
        <translation>Iemand anders, hieronder</translation>
    </message>
    <message>
        <source>By which colleague</source>
        <translation>Door welke collega</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Wie doet het</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Klaar op</translation>
    </message>
</context>
<context>
    <name>AgreementsBlock</name>
    <message>
        <source>Nothing is agreed yet.</source>
        <translation>Er is nog niets afgesproken.</translation>
    </message>
    <message>
        <source>{who}, by {day}</source>
        <translation>{who}, uiterlijk {day}</translation>
    </message>
    <message>
        <source>{day}, by {name}: {how}</source>
        <translation>{day}, door {name}: {how}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>afgerond</translation>
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
        <translation>Afgerond</translation>
    </message>
    <message>
        <source>Look again later</source>
        <translation>Later opnieuw kijken</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Verbeteren</translation>
    </message>
</context>
<context>
    <name>CaseActs</name>
    <message>
        <source>It is corrected. What it said before stays to be read.</source>
        <translation>Het is verbeterd. Wat er eerder stond blijft te lezen.</translation>
    </message>
    <message>
        <source>The case is open.</source>
        <translation>De casus is open.</translation>
    </message>
    <message>
        <source>The case is closed.</source>
        <translation>De casus is gesloten.</translation>
    </message>
    <message>
        <source>The case is open again.</source>
        <translation>De casus is weer open.</translation>
    </message>
    <message>
        <source>The case has another coordinator.</source>
        <translation>De casus heeft een andere coördinator.</translation>
    </message>
    <message>
        <source>It is recorded in the case.</source>
        <translation>Het is vastgelegd in de casus.</translation>
    </message>
    <message>
        <source>The goal is added.</source>
        <translation>Het doel is toegevoegd.</translation>
    </message>
    <message>
        <source>What became of the goal is recorded.</source>
        <translation>Wat er van het doel is geworden, is vastgelegd.</translation>
    </message>
    <message>
        <source>The trajectory is recorded.</source>
        <translation>Het traject is vastgelegd.</translation>
    </message>
    <message>
        <source>The trajectory has ended.</source>
        <translation>Het traject is beëindigd.</translation>
    </message>
    <message>
        <source>The agreement is recorded and stands on Today.</source>
        <translation>De afspraak is vastgelegd en staat op Vandaag.</translation>
    </message>
    <message>
        <source>The agreement is done.</source>
        <translation>De afspraak is afgerond.</translation>
    </message>
    <message>
        <source>The agreement comes back on Today later.</source>
        <translation>De afspraak komt later terug op Vandaag.</translation>
    </message>
    <message>
        <source>The case is saved as PDF. Remove the file when it is where it belongs.</source>
        <translation>De casus is bewaard als pdf. Verwijder het bestand als het is waar het hoort.</translation>
    </message>
    <message>
        <source>The goal is worked on again.</source>
        <translation>Aan het doel wordt weer gewerkt.</translation>
    </message>
    <message>
        <source>The trajectory goes on.</source>
        <translation>Het traject loopt weer.</translation>
    </message>
    <message>
        <source>It is as it was before.</source>
        <translation>Het is weer zoals het was.</translation>
    </message>
    <message>
        <source>Begun and not recorded: {question}</source>
        <translation>Begonnen en nog niet vastgelegd: {question}</translation>
    </message>
    <message>
        <source>Something about the case was begun and not recorded.</source>
        <translation>Je bent over de casus iets begonnen dat nog niet is vastgelegd.</translation>
    </message>
</context>
<context>
    <name>CaseFilters</name>
    <message>
        <source>Name, number or words</source>
        <translation>Naam, nummer of woorden</translation>
    </message>
    <message>
        <source>Show only cases with this name, number or these words</source>
        <translation>Toon alleen casussen met deze naam, dit nummer of deze woorden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>Open and closed</source>
        <translation>Open en gesloten</translation>
    </message>
    <message>
        <source>Every coordinator</source>
        <translation>Elke coördinator</translation>
    </message>
    <message>
        <source>Every risk</source>
        <translation>Elk risico</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coördinator</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risico</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filters wissen</translation>
    </message>
    <message>
        <source>My cases</source>
        <translation>Mijn casussen</translation>
    </message>
</context>
<context>
    <name>CaseLine</name>
    <message>
        <source>Name unknown</source>
        <translation>Naam onbekend</translation>
    </message>
    <message>
        <source>risk {level}</source>
        <translation>risico {level}</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <translation>gesloten {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>loopt sinds {day}</translation>
    </message>
    <message>
        <source>no trajectory runs</source>
        <translation>er loopt geen traject</translation>
    </message>
    <message>
        <source>one trajectory runs</source>
        <translation>er loopt één traject</translation>
    </message>
    <message>
        <source>{count} trajectories run</source>
        <translation>er lopen {count} trajecten</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>afspraak</translation>
    </message>
    <message>
        <source>last day of a trajectory</source>
        <translation>laatste dag van een traject</translation>
    </message>
    <message>
        <source>informing</source>
        <translation>informeren</translation>
    </message>
    <message>
        <source>This case is no longer in the registry</source>
        <translation>Deze casus staat niet meer in het register</translation>
    </message>
</context>
<context>
    <name>CasePaperDialog</name>
    <message>
        <source>Case {reference} on paper?</source>
        <translation>Casus {reference} op papier?</translation>
    </message>
    <message>
        <source>It holds how the client is reached safely, goals, trajectories, agreements, referrals, everything that happened, and the decisions about informing with their reasons.</source>
        <translation>Erop staan hoe je de cliënt veilig bereikt, doelen, trajecten, afspraken, doorverwijzingen, alles wat gebeurde, en de besluiten over informeren met hun redenen.</translation>
    </message>
    <message>
        <source>case.pdf</source>
        <translation>casus.pdf</translation>
    </message>
    <message>
        <source>What was written in free text stands there as it was written. Read first whether it names somebody who may not be in it, such as a source.</source>
        <translation>Vrije tekst staat er zoals die is geschreven. Lees eerst na of er niemand in staat die er niet in mag, zoals een bron.</translation>
    </message>
</context>
<context>
    <name>CaseViews</name>
    <message>
        <source>What the client was told and given</source>
        <translation>Wat de cliënt hoorde en kreeg</translation>
    </message>
    <message>
        <source>Nothing was recorded about this yet.</source>
        <translation>Hierover is nog niets vastgelegd.</translation>
    </message>
    <message>
        <source>Contact and progress</source>
        <translation>Contact en voortgang</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>Er is nog niets gebeurd.</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Casus openen</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Casus</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Doelen</translation>
    </message>
    <message>
        <source>Add a goal</source>
        <translation>Doel toevoegen</translation>
    </message>
    <message>
        <source>Trajectories</source>
        <translation>Trajecten</translation>
    </message>
    <message>
        <source>Add a trajectory</source>
        <translation>Traject toevoegen</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Add an agreement</source>
        <translation>Afspraak toevoegen</translation>
    </message>
    <message>
        <source>Other cases of this person</source>
        <translation>Andere casussen van deze persoon</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Cases</source>
        <translation>Casussen</translation>
    </message>
    <message>
        <source>CoMensha: list of the year</source>
        <translation>CoMensha: lijst van het jaar</translation>
    </message>
    <message>
        <source>open</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filteren</translation>
    </message>
    <message>
        <source>No cases</source>
        <translation>Geen casussen</translation>
    </message>
    <message>
        <source>No case fits this choice.</source>
        <translation>Geen enkele casus past bij deze keuze.</translation>
    </message>
    <message>
        <source>Clear the filters to see all.</source>
        <translation>Wis de filters om alle open casussen te zien.</translation>
    </message>
    <message>
        <source>Open one on the page of a person: open a signal there, then the person, then Case.</source>
        <translation>Zo open je er een: open een signaal, kies bij de persoon Persoon en ga naar Casus.</translation>
    </message>
    <message>
        <source>No case is open now.</source>
        <translation>Er is nu geen casus open.</translation>
    </message>
</context>
<context>
    <name>CloseCaseDialog</name>
    <message>
        <source>Close case {reference}?</source>
        <translation>Casus {reference} sluiten?</translation>
    </message>
    <message>
        <source>Everything stays readable. The case can be opened again later.</source>
        <translation>Alles blijft leesbaar. De casus kan later opnieuw open.</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Casus sluiten</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Gesloten op</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>What the help has brought</source>
        <translation>Wat de hulp heeft opgeleverd</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>In je eigen woorden</translation>
    </message>
    <message>
        <source>Finish first what still stands open. Agreements: {agreements}. Trajectories: {trajectories}.</source>
        <translation>Rond eerst af wat nog openstaat. Afspraken: {agreements}. Trajecten: {trajectories}.</translation>
    </message>
</context>
<context>
    <name>CoordinatorDialog</name>
    <message>
        <source>Who coordinates case {reference}?</source>
        <translation>Wie coördineert casus {reference}?</translation>
    </message>
    <message>
        <source>Now: {name}. The case says from when on it is somebody else.</source>
        <translation>Nu: {name}. In de casus staat vanaf wanneer het een ander is.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Overdragen</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coördinator</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Safe contact</source>
        <translation>Veilig contact</translation>
    </message>
    <message>
        <source>Nobody wrote down how this person is reached safely. Find that out first.</source>
        <translation>Niemand heeft opgeschreven hoe je deze persoon veilig bereikt. Zoek dat eerst uit.</translation>
    </message>
</context>
<context>
    <name>EndGoalDialog</name>
    <message>
        <source>What became of this goal?</source>
        <translation>Wat is er van dit doel geworden?</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>This goal is</source>
        <translation>Dit doel is</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Wat ervan kwam</translation>
    </message>
</context>
<context>
    <name>EndTrajectoryDialog</name>
    <message>
        <source>{trajectory}: how did it end?</source>
        <translation>{trajectory}: hoe eindigde het?</translation>
    </message>
    <message>
        <source>End the trajectory</source>
        <translation>Traject beëindigen</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>Het is</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Wat ervan kwam</translation>
    </message>
</context>
<context>
    <name>EntriesBlock</name>
    <message>
        <source>{count} older ones stand in the course of everything.</source>
        <translation>Er zijn er nog {count} van eerder; die staan bij Verloop.</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>Which contact was there?</source>
        <translation>Welk contact was er?</translation>
    </message>
    <message>
        <source>How is it going?</source>
        <translation>Hoe gaat het?</translation>
    </message>
    <message>
        <source>How high is the risk?</source>
        <translation>Hoe hoog is het risico?</translation>
    </message>
    <message>
        <source>What was the client told and given?</source>
        <translation>Wat heb je de cliënt verteld en gegeven?</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hoe</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risico</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Wat er is besproken</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>What was told and given, and how</source>
        <translation>Wat je vertelde en gaf, en hoe</translation>
    </message>
    <message>
        <source>This stays as it is once it is recorded. A mistake is put right by another line.</source>
        <translation>Na het vastleggen verandert dit niet meer. Een fout herstel je met een nieuwe regel.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
</context>
<context>
    <name>FinishAgreementDialog</name>
    <message>
        <source>What was done?</source>
        <translation>Wat is er gedaan?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Afgerond</translation>
    </message>
    <message>
        <source>What was done, or why it is no longer needed</source>
        <translation>Wat er is gedaan, of waarom het niet meer hoeft</translation>
    </message>
</context>
<context>
    <name>GoalDialog</name>
    <message>
        <source>Write it as the client says it, so that later anybody can see whether it came.</source>
        <translation>Schrijf het zoals de cliënt het zegt, zodat later iedereen kan zien of het is gelukt.</translation>
    </message>
    <message>
        <source>What is the goal?</source>
        <translation>Wat is het doel?</translation>
    </message>
    <message>
        <source>Add the goal</source>
        <translation>Doel toevoegen</translation>
    </message>
    <message>
        <source>What it said before stays to be read.</source>
        <translation>Wat er eerder stond blijft te lezen.</translation>
    </message>
    <message>
        <source>What does the goal say now?</source>
        <translation>Hoe is het doel nu?</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Doel</translation>
    </message>
</context>
<context>
    <name>GoalsBlock</name>
    <message>
        <source>No goal was written down yet.</source>
        <translation>Er is nog geen doel opgeschreven.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Verbeteren</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Wat ervan kwam</translation>
    </message>
    <message>
        <source>Work on it again</source>
        <translation>Er weer aan werken</translation>
    </message>
</context>
<context>
    <name>HeadBlock</name>
    <message>
        <source>Case {reference}</source>
        <translation>Casus {reference}</translation>
    </message>
    <message>
        <source>closed on {day}</source>
        <translation>gesloten op {day}</translation>
    </message>
    <message>
        <source>On paper…</source>
        <translation>Op papier…</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Overdragen</translation>
    </message>
    <message>
        <source>Let another colleague coordinate this case</source>
        <translation>Een andere collega deze casus laten coördineren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Close this case</source>
        <translation>Deze casus sluiten</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Opnieuw openen</translation>
    </message>
    <message>
        <source>Risk: {level}</source>
        <translation>Risico: {level}</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coördinator</translation>
    </message>
    <message>
        <source>Why this risk</source>
        <translation>Waarom dit risico</translation>
    </message>
    <message>
        <source>Closed because</source>
        <translation>Gesloten omdat</translation>
    </message>
    <message>
        <source>What the help brought</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In woorden</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risico</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informatie</translation>
    </message>
</context>
<context>
    <name>NoCaseBlock</name>
    <message>
        <source>There is no case. It follows the client over all signals: goals, help, agreements.</source>
        <translation>Er is geen casus. Een casus volgt de cliënt over alle signalen: doelen, hulp, afspraken.</translation>
    </message>
</context>
<context>
    <name>OpenCaseDialog</name>
    <message>
        <source>A case follows one client over all signals. It gets a number of its own; closing it needs a reason.</source>
        <translation>Een casus volgt één cliënt over alle signalen. De casus krijgt een eigen nummer; om te sluiten is een reden nodig.</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Casus openen</translation>
    </message>
    <message>
        <source>Open a case?</source>
        <translation>Een casus openen?</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coördinator</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>Geopend op</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risico</translation>
    </message>
    <message>
        <source>Why the risk is so</source>
        <translation>Waarom het risico zo is</translation>
    </message>
</context>
<context>
    <name>OtherCasesBlock</name>
    <message>
        <source>open, coordinated by {name}</source>
        <translation>open, coördinator {name}</translation>
    </message>
    <message>
        <source>closed on {day}: {outcome}</source>
        <translation>gesloten op {day}: {outcome}</translation>
    </message>
</context>
<context>
    <name>ReopenCaseDialog</name>
    <message>
        <source>Open case {reference} again?</source>
        <translation>Casus {reference} opnieuw openen?</translation>
    </message>
    <message>
        <source>It keeps its number. Why it was closed stays readable.</source>
        <translation>De casus houdt het nummer. Waarom die sloot, blijft leesbaar.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Opnieuw openen</translation>
    </message>
    <message>
        <source>Opened again on</source>
        <translation>Opnieuw open op</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
</context>
<context>
    <name>SnoozeAgreementDialog</name>
    <message>
        <source>Look again later?</source>
        <translation>Later opnieuw kijken?</translation>
    </message>
    <message>
        <source>Look again later</source>
        <translation>Later opnieuw kijken</translation>
    </message>
    <message>
        <source>Its last day stays {day}.</source>
        <translation>De laatste dag blijft {day}.</translation>
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
    <name>TrajectoriesBlock</name>
    <message>
        <source>No trajectory was recorded yet.</source>
        <translation>Er is nog geen traject vastgelegd.</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>sinds {day}</translation>
    </message>
    <message>
        <source>last day {day}</source>
        <translation>laatste dag {day}</translation>
    </message>
    <message>
        <source>given by {name}</source>
        <translation>door {name}</translation>
    </message>
    <message>
        <source>Goes on after all</source>
        <translation>Loopt toch door</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Verbeteren</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Geëindigd</translation>
    </message>
</context>
<context>
    <name>TrajectoryDialog</name>
    <message>
        <source>Which trajectory begins?</source>
        <translation>Welk traject begint er?</translation>
    </message>
    <message>
        <source>What is different now?</source>
        <translation>Wat is er nu anders?</translation>
    </message>
    <message>
        <source>A last day comes up on Today two weeks before.</source>
        <translation>Een laatste dag komt twee weken van tevoren op Vandaag.</translation>
    </message>
    <message>
        <source>Add the trajectory</source>
        <translation>Traject toevoegen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Wie geeft het</translation>
    </message>
    <message>
        <source>Begins on</source>
        <translation>Begint op</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
</context>
</TS>
