<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>FindEverywhere</name>
    <message>
        <source>New signal</source>
        <translation>Nieuw signaal</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>Found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter open · Ctrl+Enter all signals · Esc close</source>
        <translation>↑ ↓ kiezen · Enter openen · Ctrl+Enter alle signalen · Esc sluiten</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter open · Esc back to everything found</source>
        <translation>↑ ↓ kiezen · Enter openen · Esc terug naar alles</translation>
    </message>
    <message>
        <source>Esc close</source>
        <translation>Esc sluiten</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casussen</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisaties</translation>
    </message>
    <message>
        <source>Who works there</source>
        <translation>Wie daar werkt</translation>
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
        <source>Go to</source>
        <translation>Ga naar</translation>
    </message>
    <message>
        <source>people</source>
        <translation>mensen</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>casussen</translation>
    </message>
    <message>
        <source>organisations</source>
        <translation>organisaties</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>contactpersonen</translation>
    </message>
    <message>
        <source>meetings</source>
        <translation>overleggen</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>vragen</translation>
    </message>
    <message>
        <source>Show all {count} {what}</source>
        <translation>Toon alle {count} {what}</translation>
    </message>
    <message>
        <source>Show the first {shown} of {count} {what}</source>
        <translation>Toon de eerste {shown} van {count} {what}</translation>
    </message>
    <message>
        <source>Show all {count} signals</source>
        <translation>Toon alle {count} signalen</translation>
    </message>
    <message>
        <source>Show all signals: more than {count}</source>
        <translation>Toon alle signalen: meer dan {count}</translation>
    </message>
    <message>
        <source>with “{words}”</source>
        <translation>met “{words}”</translation>
    </message>
    <message>
        <source>Nobody found with {words}.</source>
        <translation>Niemand gevonden met {words}.</translation>
    </message>
    <message>
        <source>Also searched without spaces and with +31.</source>
        <translation>Ook gezocht zonder spaties en met +31.</translation>
    </message>
    <message>
        <source>Nothing found with “{words}”.</source>
        <translation>Niets gevonden met “{words}”.</translation>
    </message>
    <message>
        <source>Also searched for parts of words, without accents, and for other spellings of a name.</source>
        <translation>Ook gezocht op delen van woorden, zonder accenten en op andere schrijfwijzen van een naam.</translation>
    </message>
    <message>
        <source>the first {shown} of {count}: type more to see fewer</source>
        <translation>de eerste {shown} van {count}: typ meer om te kiezen</translation>
    </message>
    <message>
        <source>has this number</source>
        <translation>heeft dit nummer</translation>
    </message>
    <message>
        <source>another spelling</source>
        <translation>andere schrijfwijze</translation>
    </message>
    <message>
        <source>joined with whom you look for</source>
        <translation>samengevoegd met wie je zoekt</translation>
    </message>
    <message>
        <source>born {day}</source>
        <translation>geboren {day}</translation>
    </message>
    <message>
        <source>Name unknown</source>
        <translation>Naam onbekend</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>gestopt</translation>
    </message>
    <message>
        <source>asked {day}</source>
        <translation>gesteld op {day}</translation>
    </message>
</context>
</TS>
