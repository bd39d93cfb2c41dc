<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>ConsultationDialog</name>
    <message>
        <source>What was asked?</source>
        <translation>Wat is er gevraagd?</translation>
    </message>
    <message>
        <source>What is this question to say?</source>
        <translation>Wat moet er bij deze vraag staan?</translation>
    </message>
    <message>
        <source>Nobody stands in here: no names, numbers or birth dates of persons concerned.</source>
        <translation>Hier staat niemand in: geen namen, nummers of geboortedatums van betrokkenen.</translation>
    </message>
    <message>
        <source>Record the question</source>
        <translation>Leg de vraag vast</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Niet bekend</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Gevraagd op</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Wie het vraagt</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>There is more to it: make it a signal</source>
        <translation>Er blijkt meer: maak er een signaal van</translation>
    </message>
    <message>
        <source>Does {words} name a person concerned? Leave it out, or make it a signal.</source>
        <translation>Noemt {words} een betrokkene? Laat dat weg, of maak er een signaal van.</translation>
    </message>
</context>
<context>
    <name>ConsultationFilters</name>
    <message>
        <source>Words of question or answer</source>
        <translation>Woorden uit vraag of antwoord</translation>
    </message>
    <message>
        <source>Show only questions with these words</source>
        <translation>Toon alleen vragen met deze woorden</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation>Wie het vroeg</translation>
    </message>
    <message>
        <source>Every topic</source>
        <translation>Elk onderwerp</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Elk jaar</translation>
    </message>
</context>
<context>
    <name>Consultations</name>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>No longer in the registry</source>
        <translation>Niet meer in het register</translation>
    </message>
</context>
<context>
    <name>ConsultationsPage</name>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Record a question</source>
        <translation>Leg een vraag vast</translation>
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
        <source>No question fits this choice.</source>
        <translation>Geen vraag past bij deze keuze.</translation>
    </message>
    <message>
        <source>Nothing was asked yet.</source>
        <translation>Er is nog niets gevraagd.</translation>
    </message>
    <message>
        <source>Record what professionals ask: it counts, without anybody in it.</source>
        <translation>Leg vast wat professionals vragen: het telt mee, zonder dat er iemand in staat.</translation>
    </message>
    <message>
        <source>No questions</source>
        <translation>Geen vragen</translation>
    </message>
    <message>
        <source>1 question</source>
        <translation>1 vraag</translation>
    </message>
    <message>
        <source>{count} questions</source>
        <translation>{count} vragen</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minuten</translation>
    </message>
    <message>
        <source>The question is recorded.</source>
        <translation>De vraag is vastgelegd.</translation>
    </message>
    <message>
        <source>The change is recorded.</source>
        <translation>De verbetering is vastgelegd.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
</TS>
