<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>FileDrops</name>
    <message>
        <source>Let go to keep it with {place}</source>
        <translation>Laat los om het bij {place} te bewaren</translation>
    </message>
    <message>
        <source>A mail among them becomes a signal of its own.</source>
        <translation>Een mail ertussen wordt een eigen signaal.</translation>
    </message>
    <message>
        <source>The file itself stays where it lies.</source>
        <translation>Het bestand zelf blijft staan waar het staat.</translation>
    </message>
    <message>
        <source>Let go to make signals of the mails</source>
        <translation>Laat los om van de mails signalen te maken</translation>
    </message>
    <message>
        <source>Other files stay out.</source>
        <translation>Andere bestanden gaan niet mee.</translation>
    </message>
    <message>
        <source>Open a signal first</source>
        <translation>Open eerst een signaal</translation>
    </message>
    <message>
        <source>A file is kept with a signal. Here mails become signals (.eml and .msg).</source>
        <translation>Een bestand hoort bij een signaal. Hier worden mails signalen (.eml en .msg).</translation>
    </message>
    <message>
        <source>Let go to make a signal of it</source>
        <translation>Laat los om er een signaal van te maken</translation>
    </message>
    <message>
        <source>You see it first. Nothing is recorded until you say so.</source>
        <translation>Je ziet het eerst. Er wordt niets vastgelegd voordat jij dat zegt.</translation>
    </message>
    <message>
        <source>Let go to make {count} signals of them</source>
        <translation>Laat los om er {count} signalen van te maken</translation>
    </message>
    <message>
        <source>Each becomes a draft that you look at first.</source>
        <translation>Elke mail wordt een concept dat je eerst bekijkt.</translation>
    </message>
</context>
<context>
    <name>MailIntake</name>
    <message>
        <source>Mails (*.eml *.msg)</source>
        <translation>Mails (*.eml *.msg)</translation>
    </message>
    <message>
        <source>Choose a mail</source>
        <translation>Mail kiezen</translation>
    </message>
    <message>
        <source>When mhdesk locked, not every mail was taken in. Still to take in: {count}. Look on Today which are there, and give the others again.</source>
        <translation>Toen mhdesk vergrendelde, waren nog niet alle mails ingelezen. Nog inlezen: {count}. Kijk op Vandaag welke er zijn en geef de andere opnieuw.</translation>
    </message>
    <message>
        <source>Still taking in mails: {count}. Close when they are in, or close again to stop.</source>
        <translation>Er worden nog mails ingelezen: {count}. Sluit af als ze er zijn, of sluit nog een keer om te stoppen.</translation>
    </message>
    <message>
        <source>Reading mail {number} of {total}…</source>
        <translation>Mail {number} van {total} wordt gelezen…</translation>
    </message>
    <message>
        <source>The mail is a draft now. Who sent it stays secret: look whether the text tells.</source>
        <translation>De mail is nu een concept. De afzender blijft geheim: kijk of de tekst die niet verraadt.</translation>
    </message>
    <message>
        <source>{count} mails are drafts now. This is the first; the others wait on Today.</source>
        <translation>{count} mails zijn nu concepten. Dit is de eerste; de andere staan op Vandaag.</translation>
    </message>
    <message>
        <source>Left out, too large or damaged: {count}. They are still in the mail itself.</source>
        <translation>Bijlagen die niet mee konden, te groot of beschadigd: {count}. Ze zitten nog in de mail zelf.</translation>
    </message>
    <message>
        <source>Mind: the same mail was taken in before.</source>
        <translation>Let op: dezelfde mail is al eens ingelezen.</translation>
    </message>
</context>
<context>
    <name>WaitingFilesPart</name>
    <message>
        <source>Files that go along</source>
        <translation>Bestanden die meegaan</translation>
    </message>
    <message>
        <source>Advice is recorded without the mail and its files: mhdesk cannot see whom they name. They go with the draft.</source>
        <translation>Een adviesvraag wordt vastgelegd zonder de mail en de bestanden: mhdesk kan niet zien wie erin staat. Ze verdwijnen met het concept.</translation>
    </message>
    <message>
        <source>The file itself still lies at {path}. Once this is recorded a task reminds you to delete it, and the mail in your mailbox.</source>
        <translation>Het bestand zelf staat nog op {path}. Na het vastleggen herinnert een taak je eraan om het te verwijderen, en de mail in je postvak.</translation>
    </message>
    <message>
        <source>The mail itself</source>
        <translation>De mail zelf</translation>
    </message>
    <message>
        <source>too large to keep whole; its attachments go along</source>
        <translation>te groot om heel te bewaren; de bijlagen gaan wel mee</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>PDF</source>
        <translation>pdf</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>mail</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>spreadsheet</source>
        <translation>spreadsheet</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>afbeelding</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>geluid</translation>
    </message>
    <message>
        <source>film</source>
        <translation>film</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>file</source>
        <translation>bestand</translation>
    </message>
</context>
</TS>
