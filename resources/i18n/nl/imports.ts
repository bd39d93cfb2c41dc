<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>ColumnsPart</name>
    <message>
        <source>How the columns were read</source>
        <translation>Zo zijn de kolommen gelezen</translation>
    </message>
</context>
<context>
    <name>ColumnsTableModel</name>
    <message>
        <source>kept as a note</source>
        <translation>bewaard als notitie</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelezen als</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a spreadsheet here, or choose a file</source>
        <translation>Sleep een spreadsheet hierheen, of kies een bestand</translation>
    </message>
    <message>
        <source>Excel (.xlsx), LibreOffice (.ods) or CSV</source>
        <translation>Excel (.xlsx), LibreOffice (.ods) of CSV</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Choose a file…</source>
        <translation>Bestand kiezen…</translation>
    </message>
    <message>
        <source>To the list to look through</source>
        <translation>Naar de lijst om na te kijken</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Ander bestand…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Wat er gebeurt</translation>
    </message>
    <message>
        <source>First you see what mhdesk reads. Nothing is recorded until you say so.</source>
        <translation>Je ziet eerst wat mhdesk leest. Er wordt niets vastgelegd voordat jij dat zegt.</translation>
    </message>
    <message>
        <source>A cell that cannot be understood is listed and stays as a note with its signal.</source>
        <translation>Een cel die niet te begrijpen is, komt op een lijst en blijft als notitie bij het signaal.</translation>
    </message>
    <message>
        <source>What is read is history: no term starts. What is still open comes on one list to look through.</source>
        <translation>Wat je inleest is geschiedenis: er begint geen termijn. Wat nog loopt, komt op één lijst om na te kijken.</translation>
    </message>
    <message>
        <source>Reading the same rows again adds nothing.</source>
        <translation>Dezelfde rijen nog een keer inlezen voegt niets toe.</translation>
    </message>
    <message>
        <source>Take in a spreadsheet</source>
        <translation>Spreadsheet inlezen</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>bestand kiezen</translation>
    </message>
    <message>
        <source>walk through the cells</source>
        <translation>langs de cellen lopen</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.xlsm *.ods *.csv *.tsv)</source>
        <translation>Spreadsheets (*.xlsx *.xlsm *.ods *.csv *.tsv)</translation>
    </message>
    <message>
        <source>Choose a spreadsheet</source>
        <translation>Spreadsheet kiezen</translation>
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
        <source>Record 1 signal</source>
        <translation>1 signaal vastleggen</translation>
    </message>
    <message>
        <source>Record {count} signals</source>
        <translation>{count} signalen vastleggen</translation>
    </message>
    <message>
        <source>Every cell was understood</source>
        <translation>Elke cel is begrepen</translation>
    </message>
    <message>
        <source>1 cell to check</source>
        <translation>1 cel om na te kijken</translation>
    </message>
    <message>
        <source>{count} cells to check</source>
        <translation>{count} cellen om na te kijken</translation>
    </message>
    <message>
        <source>{file}, sheet {sheet}, column names in row {row}</source>
        <translation>{file}, blad {sheet}, kolomnamen in rij {row}</translation>
    </message>
    <message>
        <source>{file}, column names in row {row}</source>
        <translation>{file}, kolomnamen in rij {row}</translation>
    </message>
    <message>
        <source>None of them is in the registry yet.</source>
        <translation>Geen ervan staat al in het register.</translation>
    </message>
    <message>
        <source>All of them are in the registry already: there is nothing to record.</source>
        <translation>Ze staan allemaal al in het register: er valt niets vast te leggen.</translation>
    </message>
    <message>
        <source>{new} of them are new, {there} are in the registry already.</source>
        <translation>{new} zijn nieuw, {there} staan al in het register.</translation>
    </message>
    <message>
        <source>Row {row} is no signal (a total or a repeated header).</source>
        <translation>Rij {row} is geen signaal (een totaal of een herhaalde kop).</translation>
    </message>
    <message>
        <source>{count} rows are no signals (totals or repeated headers).</source>
        <translation>{count} rijen zijn geen signalen (totalen of herhaalde koppen).</translation>
    </message>
    <message>
        <source>1 signal recorded.</source>
        <translation>1 signaal vastgelegd.</translation>
    </message>
    <message>
        <source>{count} signals recorded.</source>
        <translation>{count} signalen vastgelegd.</translation>
    </message>
    <message>
        <source>1 person is new.</source>
        <translation>1 persoon is nieuw.</translation>
    </message>
    <message>
        <source>{count} persons are new.</source>
        <translation>{count} personen zijn nieuw.</translation>
    </message>
    <message>
        <source>Once somebody was known already.</source>
        <translation>Eén keer was iemand al bekend.</translation>
    </message>
    <message>
        <source>{count} times somebody was known already.</source>
        <translation>{count} keer was iemand al bekend.</translation>
    </message>
    <message>
        <source>1 row was there already and stayed as it is.</source>
        <translation>1 rij stond er al en bleef zoals zij was.</translation>
    </message>
    <message>
        <source>{count} rows were there already and stayed as they are.</source>
        <translation>{count} rijen stonden er al en bleven zoals ze waren.</translation>
    </message>
</context>
<context>
    <name>ProblemsTableModel</name>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>In the cell</source>
        <translation>In de cel</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Wat er niet klopt</translation>
    </message>
</context>
<context>
    <name>ReadPart</name>
    <message>
        <source>Cells to check</source>
        <translation>Cellen om na te kijken</translation>
    </message>
    <message>
        <source>rows and columns as in the spreadsheet</source>
        <translation>rijen en kolommen zoals in de spreadsheet</translation>
    </message>
    <message>
        <source>Row {row}, {column}</source>
        <translation>Rij {row}, {column}</translation>
    </message>
</context>
<context>
    <name>WaitingPart</name>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>{file} wordt gelezen</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Er is nog niets vastgelegd.</translation>
    </message>
    <message>
        <source>Recording {signals}</source>
        <translation>{signals} vastleggen</translation>
    </message>
    <message>
        <source>{done} of {rows}. If you stop now, nothing is recorded.</source>
        <translation>{done} van {rows}. Stop je nu, dan wordt er niets vastgelegd.</translation>
    </message>
</context>
</TS>
