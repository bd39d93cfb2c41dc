<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>1 field is not right yet</source>
        <translation>1 veld klopt nog niet</translation>
    </message>
    <message>
        <source>{count} fields are not right yet</source>
        <translation>{count} velden kloppen nog niet</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>Choose</source>
        <translation>Kies</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>(optional)</source>
        <translation>(optioneel)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Melding sluiten</translation>
    </message>
</context>
<context>
    <name>PassphraseEditor</name>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>Statements</name>
    <message>
        <source>No sign with these words.</source>
        <translation>Geen teken met deze woorden.</translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ Terug</translation>
    </message>
    <message>
        <source>{answered} of {all} assessed</source>
        <translation>{answered} van {all} beoordeeld</translation>
    </message>
</context>
</TS>
