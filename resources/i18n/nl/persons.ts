<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>KnownBlock</name>
    <message>
        <source>What is known</source>
        <translation>Wat bekend is</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
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
        <source>Not known: {what}.</source>
        <translation>Niet bekend: {what}.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Name unknown</source>
        <translation>Naam onbekend</translation>
    </message>
    <message>
        <source>same {kind} {what}</source>
        <translation>zelfde {kind}: {what}</translation>
    </message>
    <message>
        <source>same phone {number}</source>
        <translation>zelfde telefoonnummer {number}</translation>
    </message>
    <message>
        <source>victim in another signal of {name}</source>
        <translation>vermoedelijk slachtoffer in een ander signaal over {name}</translation>
    </message>
    <message>
        <source>the same aggressor</source>
        <translation>dezelfde vermoedelijke pleger</translation>
    </message>
    <message>
        <source>{role} in the same signal</source>
        <translation>{role} in hetzelfde signaal</translation>
    </message>
    <message>
        <source>{relation} this person</source>
        <translation>{relation} deze persoon</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>relatie</translation>
    </message>
    <message>
        <source>same aggressor</source>
        <translation>dezelfde pleger</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>zelfde telefoon</translation>
    </message>
    <message>
        <source>same lead</source>
        <translation>zelfde aanknopingspunt</translation>
    </message>
    <message>
        <source>same signal</source>
        <translation>zelfde signaal</translation>
    </message>
</context>
<context>
    <name>LinksBlock</name>
    <message>
        <source>Links</source>
        <translation>Verbanden</translation>
    </message>
    <message>
        <source>Nobody and no other signal has the same phone, the same lead or the same aggressor.</source>
        <translation>Er is niemand en geen ander signaal met hetzelfde telefoonnummer, hetzelfde aanknopingspunt of dezelfde vermoedelijke pleger.</translation>
    </message>
    <message>
        <source>The picture shows the {shown} strongest links, the list the {most} strongest.</source>
        <translation>De tekening toont de {shown} sterkste verbanden, de lijst de {most} sterkste.</translation>
    </message>
    <message>
        <source>The picture shows the {shown} strongest links.</source>
        <translation>De tekening toont de {shown} sterkste verbanden.</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>signaal</translation>
    </message>
</context>
<context>
    <name>LinksPicture</name>
    <message>
        <source>Picture of the links of {name}</source>
        <translation>Tekening van de verbanden van {name}</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Name unknown</source>
        <translation>Naam onbekend</translation>
    </message>
    <message>
        <source>{age} years old</source>
        <translation>{age} jaar</translation>
    </message>
    <message>
        <source>What was typed here is kept as a draft.</source>
        <translation>Wat hier is getypt, is als concept bewaard.</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Delen van deze pagina</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Aanvullen</translation>
    </message>
    <message>
        <source>Amend what is known of this person</source>
        <translation>Aanvullen wat van deze persoon bekend is</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Verloop</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Casus</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>Geen casus</translation>
    </message>
    <message>
        <source>closed on {day}</source>
        <translation>afgesloten op {day}</translation>
    </message>
    <message>
        <source>care coordinator {name}</source>
        <translation>zorgcoördinator {name}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>loopt sinds {day}</translation>
    </message>
    <message>
        <source>Concerned in no signal</source>
        <translation>Bij geen enkel signaal betrokken</translation>
    </message>
    <message>
        <source>the newest of {day}</source>
        <translation>het nieuwste van {day}</translation>
    </message>
    <message>
        <source>Safe contact</source>
        <translation>Veilig contact</translation>
    </message>
    <message>
        <source>Processing is restricted since {day} (AVG art. 18). Keep these data, and do nothing else with them without consent or a weighty reason.</source>
        <translation>Verwerking beperkt sinds {day} (AVG art. 18). Bewaar deze gegevens en doe er verder niets mee zonder toestemming of een zwaarwegende reden.</translation>
    </message>
    <message>
        <source>Victim and aggressor at once. What is meant for one role says nothing of the other.</source>
        <translation>Vermoedelijk slachtoffer en vermoedelijke pleger tegelijk. Wat voor de ene rol bedoeld is, zegt niets over de andere.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verdergaan</translation>
    </message>
    <message>
        <source>next part</source>
        <translation>volgende deel</translation>
    </message>
    <message>
        <source>amend</source>
        <translation>aanvullen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>RolesBlock</name>
    <message>
        <source>Roles over time</source>
        <translation>Rollen door de tijd</translation>
    </message>
    <message>
        <source>Concerned in no signal.</source>
        <translation>Bij geen enkel signaal betrokken.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>As {role}</source>
        <translation>Als {role}</translation>
    </message>
    <message>
        <source>The day is that of recording</source>
        <translation>Dit is de dag van vastleggen</translation>
    </message>
    <message>
        <source>an aggressor without a name</source>
        <translation>een vermoedelijke pleger zonder naam</translation>
    </message>
    <message>
        <source>{kind} {reference} received</source>
        <translation>{kind} {reference} ontvangen</translation>
    </message>
    <message>
        <source>The source stays secret</source>
        <translation>De bron blijft geheim</translation>
    </message>
    <message>
        <source>Triage: {outcome}</source>
        <translation>Triage: {outcome}</translation>
    </message>
    <message>
        <source>Route: {route}</source>
        <translation>Route: {route}</translation>
    </message>
    <message>
        <source>{name}: not informed yet</source>
        <translation>{name}: nog niet informeren</translation>
    </message>
    <message>
        <source>{name}: not informed</source>
        <translation>{name}: niet informeren</translation>
    </message>
    <message>
        <source>{name}: decided to inform</source>
        <translation>{name}: besloten om te informeren</translation>
    </message>
    <message>
        <source>{name} is informed</source>
        <translation>{name} is geïnformeerd</translation>
    </message>
    <message>
        <source>Decide on informing {name}</source>
        <translation>Besluiten: {name} informeren of niet?</translation>
    </message>
    <message>
        <source>Inform {name}</source>
        <translation>{name} informeren</translation>
    </message>
    <message>
        <source>Look again: inform {name}?</source>
        <translation>Opnieuw bekijken: {name} informeren?</translation>
    </message>
    <message>
        <source>Referred to {organisation}: {purpose}</source>
        <translation>Doorverwezen naar {organisation}: {purpose}</translation>
    </message>
    <message>
        <source>For the whole signal</source>
        <translation>Voor het hele signaal</translation>
    </message>
    <message>
        <source>{organisation}: {answer}</source>
        <translation>{organisation}: {answer}</translation>
    </message>
    <message>
        <source>On the referral for {purpose}</source>
        <translation>Op de doorverwijzing voor {purpose}</translation>
    </message>
    <message>
        <source>Answer of {organisation} expected</source>
        <translation>Antwoord verwacht van {organisation}</translation>
    </message>
    <message>
        <source>Not found: {purpose}</source>
        <translation>Niet gevonden: {purpose}</translation>
    </message>
    <message>
        <source>Found after all: {purpose}</source>
        <translation>Toch gevonden: {purpose}</translation>
    </message>
    <message>
        <source>CoMensha: {state}</source>
        <translation>CoMensha: {state}</translation>
    </message>
    <message>
        <source>Register with CoMensha</source>
        <translation>Registreren bij CoMensha</translation>
    </message>
    <message>
        <source>Case {state}</source>
        <translation>Casus {state}</translation>
    </message>
    <message>
        <source>Goal: {goal}</source>
        <translation>Doel: {goal}</translation>
    </message>
    <message>
        <source>Goal {state}: {goal}</source>
        <translation>Doel {state}: {goal}</translation>
    </message>
    <message>
        <source>Trajectory planned: {kind}</source>
        <translation>Traject gepland: {kind}</translation>
    </message>
    <message>
        <source>Trajectory begun: {kind}</source>
        <translation>Traject begonnen: {kind}</translation>
    </message>
    <message>
        <source>Last day: {kind}</source>
        <translation>Laatste dag: {kind}</translation>
    </message>
    <message>
        <source>Trajectory {state}: {kind}</source>
        <translation>Traject {state}: {kind}</translation>
    </message>
    <message>
        <source>Agreed: {what}</source>
        <translation>Afspraak: {what}</translation>
    </message>
    <message>
        <source>Done as agreed: {what}</source>
        <translation>Afspraak gedaan: {what}</translation>
    </message>
    <message>
        <source>{meeting}, {state}</source>
        <translation>{meeting}, {state}</translation>
    </message>
    <message>
        <source>Request about own data: {kind}</source>
        <translation>Verzoek over eigen gegevens: {kind}</translation>
    </message>
    <message>
        <source>Asked by {who}</source>
        <translation>Gevraagd door {who}</translation>
    </message>
    <message>
        <source>Answer the request: {kind}</source>
        <translation>Verzoek beantwoorden: {kind}</translation>
    </message>
    <message>
        <source>Request answered: {decision}</source>
        <translation>Verzoek beantwoord: {decision}</translation>
    </message>
    <message>
        <source>Two records of this person joined</source>
        <translation>Twee registraties van deze persoon samengevoegd</translation>
    </message>
    <message>
        <source>Joined records taken apart again</source>
        <translation>Samengevoegde registraties weer gescheiden</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Wat je ziet</translation>
    </message>
    <message>
        <source>Only signals</source>
        <translation>Alleen signalen</translation>
    </message>
    <message>
        <source>Only informing</source>
        <translation>Alleen informeren</translation>
    </message>
    <message>
        <source>Only help</source>
        <translation>Alleen hulp</translation>
    </message>
    <message>
        <source>Only case and meetings</source>
        <translation>Alleen casus en overleg</translation>
    </message>
    <message>
        <source>Everything that happened</source>
        <translation>Alles wat er gebeurde</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Every role</source>
        <translation>Elke rol</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>Nothing happened that you chose to see.</source>
        <translation>Van wat je hier kiest, is niets vastgelegd.</translation>
    </message>
</context>
</TS>
