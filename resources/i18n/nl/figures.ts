<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>ChecksPart</name>
    <message>
        <source>Publish…</source>
        <translation>Publiceren…</translation>
    </message>
    <message>
        <source>Before you publish</source>
        <translation>Voor je publiceert</translation>
    </message>
    <message>
        <source>It is not certain that nothing follows</source>
        <translation>Het is niet bewezen dat er niets uit volgt</translation>
    </message>
    <message>
        <source>every x: at least {count} possible values</source>
        <translation>elke x: minstens {count} mogelijke waarden</translation>
    </message>
    <message>
        <source>No x can be worked out</source>
        <translation>Geen x is uit te rekenen</translation>
    </message>
    <message>
        <source>none about these days yet</source>
        <translation>nog geen over deze dagen</translation>
    </message>
    <message>
        <source>1 about these days</source>
        <translation>1 over deze dagen</translation>
    </message>
    <message>
        <source>{count} about these days</source>
        <translation>{count} over deze dagen</translation>
    </message>
    <message>
        <source>Not with earlier publications either</source>
        <translation>Ook niet met eerdere publicaties</translation>
    </message>
    <message>
        <source>The period is over</source>
        <translation>De periode is voorbij</translation>
    </message>
    <message>
        <source>Counted until today; what comes later counts another time.</source>
        <translation>Geteld tot en met vandaag. Wat daarna komt, telt later mee.</translation>
    </message>
    <message>
        <source>The period is not over yet</source>
        <translation>De periode is nog niet voorbij</translation>
    </message>
    <message>
        <source>Publishing does not belong to your role.</source>
        <translation>Publiceren hoort niet bij jouw rol.</translation>
    </message>
    <message>
        <source>These figures cannot be published now.</source>
        <translation>Deze cijfers kunnen nu niet gepubliceerd worden.</translation>
    </message>
    <message>
        <source>As the files that you choose, with a release number of its own.</source>
        <translation>Als de bestanden die je kiest, met een eigen publicatienummer.</translation>
    </message>
</context>
<context>
    <name>ChosenPart</name>
    <message>
        <source>the total</source>
        <translation>het totaal</translation>
    </message>
    <message>
        <source>Chosen cell: {label}</source>
        <translation>Gekozen cel: {label}</translation>
    </message>
    <message>
        <source>nil</source>
        <translation>nul</translation>
    </message>
    <message>
        <source>Inside {inside}, outside {outside}</source>
        <translation>Intern {inside}, naar buiten {outside}</translation>
    </message>
</context>
<context>
    <name>FiguresBoard</name>
    <message>
        <source>Inside</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Do not share. Every time somebody looks here, the log notes it.</source>
        <translation>Niet delen; elke keer inzien wordt vastgelegd.</translation>
    </message>
    <message>
        <source>fewer than five</source>
        <translation>minder dan vijf</translation>
    </message>
    <message>
        <source>left out along with others</source>
        <translation>mee weggelaten</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>Zo komt het naar buiten</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelaten</translation>
    </message>
    <message>
        <source>{withheld} of {cells} left out, so that nobody is recognised.</source>
        <translation>{withheld} van {cells} weggelaten, zodat niemand herkenbaar is.</translation>
    </message>
    <message>
        <source>nil</source>
        <translation>nul</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>intern</translation>
    </message>
    <message>
        <source>what goes out</source>
        <translation>zo komt het naar buiten</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Triage</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Besluiten</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Doorverwijzingen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Help that ended</source>
        <translation>Afgelopen hulp</translation>
    </message>
    <message>
        <source>CoMensha</source>
        <translation>CoMensha</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casussen</translation>
    </message>
    <message>
        <source>Closed cases</source>
        <translation>Gesloten casussen</translation>
    </message>
    <message>
        <source>Help not found</source>
        <translation>Niet gevonden hulp</translation>
    </message>
    <message>
        <source>choose a cell</source>
        <translation>cel kiezen</translation>
    </message>
    <message>
        <source>count something else</source>
        <translation>iets anders tellen</translation>
    </message>
    <message>
        <source>the same, back</source>
        <translation>hetzelfde, terug</translation>
    </message>
    <message>
        <source>Looking inside is noted in the log</source>
        <translation>Intern inzien staat in het logboek</translation>
    </message>
    <message>
        <source>Counting {period}…</source>
        <translation>{period} wordt geteld en nagerekend…</translation>
    </message>
    <message>
        <source>Counted: {unit}.</source>
        <translation>Geteld: {unit}.</translation>
    </message>
    <message>
        <source>People in signals over {period}, each of them once</source>
        <translation>Mensen in signalen over {period}, ieder één keer</translation>
    </message>
    <message>
        <source>Signals assessed over {period}</source>
        <translation>Signalen die beoordeeld zijn in {period}</translation>
    </message>
    <message>
        <source>Decisions about informing over {period}</source>
        <translation>Besluiten over informeren in {period}</translation>
    </message>
    <message>
        <source>Referrals sent over {period}</source>
        <translation>Doorverwijzingen verstuurd in {period}</translation>
    </message>
    <message>
        <source>Answers to referrals over {period}</source>
        <translation>Antwoorden op doorverwijzingen in {period}</translation>
    </message>
    <message>
        <source>Help that ended over {period}</source>
        <translation>Hulp die afliep in {period}</translation>
    </message>
    <message>
        <source>People registered with CoMensha over {period}</source>
        <translation>Mensen geregistreerd bij CoMensha in {period}</translation>
    </message>
    <message>
        <source>Cases opened over {period}</source>
        <translation>Casussen geopend in {period}</translation>
    </message>
    <message>
        <source>Cases closed over {period}</source>
        <translation>Casussen gesloten in {period}</translation>
    </message>
    <message>
        <source>People for whom help was not found over {period}, each of them once</source>
        <translation>Mensen voor wie hulp niet gevonden werd over {period}, ieder één keer</translation>
    </message>
    <message>
        <source>Nobody came in for the first time over {period}. Is that the period you mean?</source>
        <translation>Over {period} kwam niemand voor het eerst in een signaal. Is dat de periode die je bedoelt?</translation>
    </message>
    <message>
        <source>No help was recorded as not found over {period}. Is that the period you mean?</source>
        <translation>Over {period} is geen hulp vastgelegd die niet gevonden werd. Is dat de periode die je bedoelt?</translation>
    </message>
    <message>
        <source>There is nothing to count over {period}. Is that the period you mean?</source>
        <translation>Er valt niets te tellen over {period}. Is dat de periode die je bedoelt?</translation>
    </message>
    <message>
        <source>No signal or notification came in over {period}. Is that the period you mean?</source>
        <translation>Over {period} is geen signaal of melding binnengekomen. Is dat de periode die je bedoelt?</translation>
    </message>
    <message>
        <source>Signals over {period}</source>
        <translation>Signalen over {period}</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Wat geteld wordt</translation>
    </message>
    <message>
        <source>Where should the files go?</source>
        <translation>Waar moeten de bestanden komen?</translation>
    </message>
    <message>
        <source>Making the publication…</source>
        <translation>De publicatie wordt gemaakt…</translation>
    </message>
    <message>
        <source>Published as {release}. In {folder}: {files}.</source>
        <translation>Gepubliceerd als {release}. In {folder} staan {files}.</translation>
    </message>
</context>
<context>
    <name>FiguresTableModel</name>
    <message>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelaten</translation>
    </message>
    <message>
        <source>{count}, fewer than five</source>
        <translation>{count}, minder dan vijf</translation>
    </message>
    <message>
        <source>{count}, left out along with others</source>
        <translation>{count}, mee weggelaten</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Aantal</translation>
    </message>
</context>
<context>
    <name>FormatChecks</name>
    <message>
        <source>Which files</source>
        <translation>Welke bestanden</translation>
    </message>
    <message>
        <source>To print and to pass round.</source>
        <translation>Om te printen en door te geven.</translation>
    </message>
    <message>
        <source>For every screen, and for screen readers.</source>
        <translation>Voor elk scherm, ook met schermlezer.</translation>
    </message>
    <message>
        <source>For Excel and LibreOffice.</source>
        <translation>Voor Excel en LibreOffice.</translation>
    </message>
    <message>
        <source>For programs, with every column explained.</source>
        <translation>Voor programma’s, met uitleg per kolom.</translation>
    </message>
    <message>
        <source>For programs, all in one file.</source>
        <translation>Voor programma’s, alles in één bestand.</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>2025, 2025-H1, 2025-Q1, 2025-03 or two days</source>
        <translation>2025, 2025-H1, 2025-Q1, 2025-03 of 2025-01-01..2025-06-30</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Vorig jaar</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dit jaar</translation>
    </message>
</context>
<context>
    <name>PublishFiguresDialog</name>
    <message>
        <source>Publish the figures of {period}?</source>
        <translation>De cijfers van {period} publiceren?</translation>
    </message>
    <message>
        <source>Publish that there was nobody to count over {period}?</source>
        <translation>Publiceren dat er over {period} niemand te tellen was?</translation>
    </message>
    <message>
        <source>Publish that there was not one signal over {period}?</source>
        <translation>Publiceren dat er over {period} geen enkel signaal was?</translation>
    </message>
    <message>
        <source>What goes out cannot be taken back. Every later publication is checked together with this one.</source>
        <translation>Wat naar buiten gaat, komt niet terug. Elke volgende publicatie wordt samen met deze nagerekend.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Map kiezen…</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>Choose at least one kind of file.</source>
        <translation>Kies minstens één soort bestand.</translation>
    </message>
</context>
</TS>
