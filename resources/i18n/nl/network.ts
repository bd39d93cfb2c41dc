<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Aside</name>
    <message>
        <source>No number recorded</source>
        <translation>Geen nummer vastgelegd</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>niet vastgelegd</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Kant</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Biedt</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>niets vastgelegd</translation>
    </message>
    <message>
        <source>Covenants in force</source>
        <translation>Geldende convenanten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>Not found yet</source>
        <translation>Nog niet gevonden</translation>
    </message>
    <message>
        <source>Looked for on {day}, recorded by {name}.</source>
        <translation>Gezocht op {day}, vastgelegd door {name}.</translation>
    </message>
    <message>
        <source>Found after all</source>
        <translation>Toch gelukt</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>Open de persoon</translation>
    </message>
    <message>
        <source>Open the organisation</source>
        <translation>Open de organisatie</translation>
    </message>
</context>
<context>
    <name>CapacityDialog</name>
    <message>
        <source>How many places are free at {name}?</source>
        <translation>Hoeveel plaatsen zijn vrij bij {name}?</translation>
    </message>
    <message>
        <source>A part of a place may be: 0,5 is half a place. Nothing free is 0.</source>
        <translation>Een deel van een plaats mag: 0,5 is een halve plaats. Is er niets vrij, vul dan 0 in.</translation>
    </message>
    <message>
        <source>Record the free places</source>
        <translation>Vrije plaatsen vastleggen</translation>
    </message>
    <message>
        <source>Free places</source>
        <translation>Vrije plaatsen</translation>
    </message>
    <message>
        <source>Heard on</source>
        <translation>Gehoord op</translation>
    </message>
</context>
<context>
    <name>ClientGuard</name>
    <message>
        <source>Is this about a client: {words}? Then it belongs with that person and not here.</source>
        <translation>Gaat dit over een cliënt: {words}? Dan hoort het bij die persoon en niet hier.</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Who at {name}?</source>
        <translation>Wie bij {name}?</translation>
    </message>
    <message>
        <source>Somebody who works there, never a client.</source>
        <translation>Iemand die daar werkt, nooit een cliënt.</translation>
    </message>
    <message>
        <source>Record the contact</source>
        <translation>Contactpersoon vastleggen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Functie</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>When to reach them, and what for</source>
        <translation>Wanneer bereikbaar, en waarvoor</translation>
    </message>
</context>
<context>
    <name>CovenantDialog</name>
    <message>
        <source>What was agreed with {name}?</source>
        <translation>Wat is er afgesproken met {name}?</translation>
    </message>
    <message>
        <source>60 days before the last day it comes up on Today.</source>
        <translation>60 dagen voor de laatste dag komt het op Vandaag.</translation>
    </message>
    <message>
        <source>Record the covenant</source>
        <translation>Convenant vastleggen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>How it is called</source>
        <translation>Hoe het heet</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>What may be shared under it</source>
        <translation>Wat mag er gedeeld worden</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>Alleen voor</translation>
    </message>
    <message>
        <source>Where it lies, and who signed</source>
        <translation>Waar het ligt, en wie tekende</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>End {name}?</source>
        <translation>{name} beëindigen?</translation>
    </message>
    <message>
        <source>It stays to be read, and is no choice any more. You can take this back.</source>
        <translation>Je kunt het blijven lezen, maar niet meer kiezen. Je kunt dit terugnemen.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beëindigen</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
</context>
<context>
    <name>ExperienceDialog</name>
    <message>
        <source>How did working with {name} go?</source>
        <translation>Hoe ging de samenwerking met {name}?</translation>
    </message>
    <message>
        <source>Write what a colleague should know next time. Never about a client.</source>
        <translation>Schrijf op wat een collega de volgende keer moet weten. Nooit iets over een cliënt.</translation>
    </message>
    <message>
        <source>Record the experience</source>
        <translation>Ervaring vastleggen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Wat er gebeurde</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Not known</source>
        <translation>Niet bekend</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kies</translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation>Vannacht</translation>
    </message>
    <message>
        <source>Who can give</source>
        <translation>Wie kan bieden</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Kinderen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Uit</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Spreekt</translation>
    </message>
</context>
<context>
    <name>MetDialog</name>
    <message>
        <source>Found after all?</source>
        <translation>Toch gelukt?</translation>
    </message>
    <message>
        <source>Record that it was found</source>
        <translation>Vastleggen dat het lukte</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>Gelukt op</translation>
    </message>
    <message>
        <source>How it worked out</source>
        <translation>Hoe het lukte</translation>
    </message>
</context>
<context>
    <name>NeedDialog</name>
    <message>
        <source>What was not found?</source>
        <translation>Wat is er niet gevonden?</translation>
    </message>
    <message>
        <source>Record the unmet need</source>
        <translation>Vastleggen wat ontbreekt</translation>
    </message>
    <message>
        <source>The team counts this, so that it is seen what is missing. The count names nobody.</source>
        <translation>Het team telt dit, zodat te zien is wat er ontbreekt. De telling noemt niemand.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Niet bekend</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>Why it did not work out</source>
        <translation>Waarom het niet lukte</translation>
    </message>
    <message>
        <source>Looked for on</source>
        <translation>Gezocht op</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
    <message>
        <source>Where you asked, and what they said</source>
        <translation>Waar je vroeg, en wat ze zeiden</translation>
    </message>
</context>
<context>
    <name>NeedsBlock</name>
    <message>
        <source>Help that was not found: not recorded yet.</source>
        <translation>Hulp die niet gevonden is: nog niet vastgelegd.</translation>
    </message>
    <message>
        <source>A change of what was not found: not recorded yet.</source>
        <translation>Een wijziging van wat niet gevonden is: nog niet vastgelegd.</translation>
    </message>
    <message>
        <source>Help that was found after all: not recorded yet.</source>
        <translation>Hulp die toch gevonden is: nog niet vastgelegd.</translation>
    </message>
    <message>
        <source>The unmet need is recorded. It counts in what is missing.</source>
        <translation>Het is vastgelegd en telt mee bij Wat ontbreekt.</translation>
    </message>
    <message>
        <source>The unmet need is corrected.</source>
        <translation>Het is verbeterd.</translation>
    </message>
    <message>
        <source>Recorded that it was found.</source>
        <translation>Vastgelegd dat het toch lukte.</translation>
    </message>
    <message>
        <source>The need is open again.</source>
        <translation>De behoefte staat weer open.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Niet gevonden</translation>
    </message>
    <message>
        <source>Look for a place</source>
        <translation>Plek zoeken</translation>
    </message>
    <message>
        <source>Record what was not found</source>
        <translation>Leg vast wat ontbreekt</translation>
    </message>
    <message>
        <source>Nothing was looked for in vain yet.</source>
        <translation>Er is nog niets tevergeefs gezocht.</translation>
    </message>
    <message>
        <source>looked for on {day}</source>
        <translation>gezocht op {day}</translation>
    </message>
    <message>
        <source>Found after all on {day}: {how}</source>
        <translation>Toch gelukt op {day}: {how}</translation>
    </message>
    <message>
        <source>found after all</source>
        <translation>toch gelukt</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Verbeteren</translation>
    </message>
    <message>
        <source>Found after all</source>
        <translation>Toch gelukt</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Nog niet gelukt</translation>
    </message>
</context>
<context>
    <name>NetworkBlocks</name>
    <message>
        <source>Add a contact</source>
        <translation>Contactpersoon toevoegen</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactpersonen</translation>
    </message>
    <message>
        <source>Nobody was recorded yet.</source>
        <translation>Er staat nog niemand.</translation>
    </message>
    <message>
        <source>Add an offer</source>
        <translation>Aanbod toevoegen</translation>
    </message>
    <message>
        <source>What it offers</source>
        <translation>Aanbod</translation>
    </message>
    <message>
        <source>Nothing was recorded yet. Without it, nobody finds this organisation by what it does.</source>
        <translation>Er is nog geen aanbod vastgelegd. Zonder aanbod vindt niemand deze organisatie bij ‘Wie kan bieden’.</translation>
    </message>
    <message>
        <source>Free places</source>
        <translation>Vrije plaatsen</translation>
    </message>
    <message>
        <source>Record the free places of {name}</source>
        <translation>Vrije plaatsen van {name} vastleggen</translation>
    </message>
    <message>
        <source>Add a covenant</source>
        <translation>Convenant toevoegen</translation>
    </message>
    <message>
        <source>Covenants</source>
        <translation>Convenanten</translation>
    </message>
    <message>
        <source>No covenant was recorded. Before anything is shared, you are warned of that.</source>
        <translation>Er is geen convenant vastgelegd. Voordat je iets deelt, waarschuwt mhdesk daarvoor.</translation>
    </message>
    <message>
        <source>only for {purposes}</source>
        <translation>alleen voor {purposes}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>vanaf {day}</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Verbeteren</translation>
    </message>
    <message>
        <source>Amend {name}</source>
        <translation>{name} verbeteren</translation>
    </message>
    <message>
        <source>Add an experience</source>
        <translation>Ervaring toevoegen</translation>
    </message>
    <message>
        <source>Experiences</source>
        <translation>Ervaringen</translation>
    </message>
    <message>
        <source>Nobody wrote anything down yet.</source>
        <translation>Niemand schreef nog iets op.</translation>
    </message>
    <message>
        <source>Take the end back</source>
        <translation>Einde terugnemen</translation>
    </message>
    <message>
        <source>Take the end of {name} back</source>
        <translation>Einde van {name} terugnemen</translation>
    </message>
    <message>
        <source>End {name}</source>
        <translation>{name} beëindigen</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Beëindigen…</translation>
    </message>
    <message>
        <source>Ended: no choice any more.</source>
        <translation>Beëindigd: niet meer te kiezen.</translation>
    </message>
</context>
<context>
    <name>NetworkHistory</name>
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
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Side of the wall</source>
        <translation>Kant van de muur</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Wat die doet</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>Alleen voor</translation>
    </message>
    <message>
        <source>What they ask for</source>
        <translation>Wat zij vragen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>What may be shared under it</source>
        <translation>Wat eronder gedeeld mag worden</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>Beëindigd op</translation>
    </message>
</context>
<context>
    <name>NetworkLine</name>
    <message>
        <source>Not found yet</source>
        <translation>Nog niet gevonden</translation>
    </message>
    <message>
        <source>help that was wanted for somebody</source>
        <translation>hulp die voor iemand nodig was</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Past</translation>
    </message>
    <message>
        <source>everything that is known fits</source>
        <translation>alles wat bekend is, klopt</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Vraag na</translation>
    </message>
    <message>
        <source>nothing speaks against it, not everything is known</source>
        <translation>niets spreekt het tegen, maar niet alles is bekend</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Past niet</translation>
    </message>
    <message>
        <source>as far as it was recorded</source>
        <translation>voor zover vastgelegd</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beëindigd</translation>
    </message>
    <message>
        <source>covenant in force</source>
        <translation>convenant geldt</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>Nog niets vastgelegd</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Name of an organisation</source>
        <translation>Naam van een organisatie</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Wat ontbreekt</translation>
    </message>
    <message>
        <source>Also those that ended</source>
        <translation>Ook beëindigde</translation>
    </message>
    <message>
        <source>Add an organisation</source>
        <translation>Organisatie toevoegen</translation>
    </message>
    <message>
        <source>Look for nothing</source>
        <translation>Zoeken wissen</translation>
    </message>
    <message>
        <source>Nobody found: record the unmet need</source>
        <translation>Niemand gevonden: leg vast</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisaties</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>Show only organisations with this in their name</source>
        <translation>Toon alleen organisaties met dit in hun naam</translation>
    </message>
    <message>
        <source>open</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>find help</source>
        <translation>hulp zoeken</translation>
    </message>
    <message>
        <source>Who can help</source>
        <translation>Wie kan helpen</translation>
    </message>
    <message>
        <source>No organisation has this on offer yet.</source>
        <translation>Nog geen organisatie heeft dit als aanbod.</translation>
    </message>
    <message>
        <source>Record what organisations offer on their page, or record that nothing was found.</source>
        <translation>Leg op de pagina van een organisatie vast wat zij biedt, of leg vast dat er niets gevonden is.</translation>
    </message>
    <message>
        <source>No organisation of this name.</source>
        <translation>Geen organisatie met deze naam.</translation>
    </message>
    <message>
        <source>Clear the name, or add the organisation.</source>
        <translation>Maak de naam leeg, of voeg de organisatie toe.</translation>
    </message>
    <message>
        <source>1 organisation</source>
        <translation>1 organisatie</translation>
    </message>
    <message>
        <source>{count} organisations</source>
        <translation>{count} organisaties</translation>
    </message>
    <message>
        <source>Fits: {fits} · ask: {ask} · does not fit: {unfit}</source>
        <translation>Past: {fits} · vraag na: {ask} · past niet: {unfit}</translation>
    </message>
    <message>
        <source>Recorded that it was found.</source>
        <translation>Vastgelegd dat het toch lukte.</translation>
    </message>
    <message>
        <source>This was found after all already. What was typed about it can be thrown away.</source>
        <translation>Dit is intussen toch gevonden. Wat je erover typte, kun je weggooien.</translation>
    </message>
    <message>
        <source>The organisation is recorded.</source>
        <translation>De organisatie is vastgelegd.</translation>
    </message>
    <message>
        <source>The unmet need is recorded. It counts in what is missing.</source>
        <translation>Het is vastgelegd en telt mee bij Wat ontbreekt.</translation>
    </message>
    <message>
        <source>A new organisation is kept as a draft.</source>
        <translation>Een nieuwe organisatie is als concept bewaard.</translation>
    </message>
    <message>
        <source>Help that was not found is kept as a draft.</source>
        <translation>Hulp die niet gevonden is, is als concept bewaard.</translation>
    </message>
    <message>
        <source>Help that was found after all is kept as a draft.</source>
        <translation>Hulp die toch gevonden is, is als concept bewaard.</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <source>for everybody</source>
        <translation>voor iedereen</translation>
    </message>
    <message>
        <source>also at night</source>
        <translation>ook &apos;s nachts</translation>
    </message>
    <message>
        <source>places: {count}</source>
        <translation>plaatsen: {count}</translation>
    </message>
    <message>
        <source>free: {count}, heard on {day}</source>
        <translation>vrij: {count}, gehoord op {day}</translation>
    </message>
    <message>
        <source>call before you count on it</source>
        <translation>bel voordat je erop rekent</translation>
    </message>
    <message>
        <source>nobody asked yet how many are free</source>
        <translation>nog niet gevraagd wat er vrij is</translation>
    </message>
    <message>
        <source>{count} free</source>
        <translation>{count} vrij</translation>
    </message>
    <message>
        <source>heard {day}</source>
        <translation>gehoord {day}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>vanaf {day}</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>loopt door</translation>
    </message>
    <message>
        <source>ended on {day}</source>
        <translation>afgelopen op {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>tot en met {day}</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message>
        <source>What does {name} offer?</source>
        <translation>Wat biedt {name}?</translation>
    </message>
    <message>
        <source>Leave empty what is no limit: then it is for all.</source>
        <translation>Laat leeg wat geen grens heeft: dan is het voor iedereen.</translation>
    </message>
    <message>
        <source>Record the offer</source>
        <translation>Aanbod vastleggen</translation>
    </message>
    <message>
        <source>Somebody can come in the night</source>
        <translation>Iemand kan &apos;s nachts komen</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>How it is called</source>
        <translation>Hoe het heet</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>From age</source>
        <translation>Vanaf leeftijd</translation>
    </message>
    <message>
        <source>Up to and including age</source>
        <translation>Tot en met leeftijd</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Kinderen</translation>
    </message>
    <message>
        <source>Places in all</source>
        <translation>Plaatsen in totaal</translation>
    </message>
    <message>
        <source>From which municipalities</source>
        <translation>Uit welke gemeenten</translation>
    </message>
    <message>
        <source>Which languages they speak</source>
        <translation>Welke talen ze spreken</translation>
    </message>
    <message>
        <source>What they ask for</source>
        <translation>Wat ze vragen</translation>
    </message>
</context>
<context>
    <name>OrganisationActs</name>
    <message>
        <source>The organisation is recorded.</source>
        <translation>De organisatie is vastgelegd.</translation>
    </message>
    <message>
        <source>The contact is recorded.</source>
        <translation>De contactpersoon is vastgelegd.</translation>
    </message>
    <message>
        <source>The offer is recorded.</source>
        <translation>Het aanbod is vastgelegd.</translation>
    </message>
    <message>
        <source>The free places are recorded.</source>
        <translation>De vrije plaatsen zijn vastgelegd.</translation>
    </message>
    <message>
        <source>The covenant is recorded.</source>
        <translation>Het convenant is vastgelegd.</translation>
    </message>
    <message>
        <source>The experience is recorded.</source>
        <translation>De ervaring is vastgelegd.</translation>
    </message>
    <message>
        <source>The end is taken back.</source>
        <translation>Het einde is teruggenomen.</translation>
    </message>
    <message>
        <source>It says again what it said before.</source>
        <translation>Er staat weer wat er stond.</translation>
    </message>
    <message>
        <source>Ended. It stays to be read.</source>
        <translation>Beëindigd. Je kunt het blijven lezen.</translation>
    </message>
</context>
<context>
    <name>OrganisationDialog</name>
    <message>
        <source>Which organisation?</source>
        <translation>Welke organisatie?</translation>
    </message>
    <message>
        <source>What is to be known?</source>
        <translation>Wat moeten we weten?</translation>
    </message>
    <message>
        <source>Record the organisation</source>
        <translation>Organisatie vastleggen</translation>
    </message>
    <message>
        <source>As its group</source>
        <translation>Zoals de groep</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Kant</translation>
    </message>
    <message>
        <source>of the wall</source>
        <translation>zorg of veiligheid</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>What to know of it</source>
        <translation>Goed om te weten</translation>
    </message>
</context>
<context>
    <name>OrganisationPage</name>
    <message>
        <source>Amend</source>
        <translation>Verbeteren</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Beëindigen…</translation>
    </message>
    <message>
        <source>Amend what is known of this organisation</source>
        <translation>Gegevens van deze organisatie verbeteren</translation>
    </message>
    <message>
        <source>End this organisation</source>
        <translation>Deze organisatie beëindigen</translation>
    </message>
    <message>
        <source>amend</source>
        <translation>verbeteren</translation>
    </message>
    <message>
        <source>add an offer</source>
        <translation>aanbod toevoegen</translation>
    </message>
    <message>
        <source>No telephone number recorded</source>
        <translation>Geen telefoonnummer vastgelegd</translation>
    </message>
    <message>
        <source>Ended on {day}: it is no choice any more.</source>
        <translation>Beëindigd op {day}: niet meer te kiezen.</translation>
    </message>
    <message>
        <source>Take the end back</source>
        <translation>Einde terugnemen</translation>
    </message>
    <message>
        <source>How to reach it</source>
        <translation>Bereikbaarheid</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Doorverwijzingen</translation>
    </message>
    <message>
        <source>Nobody was referred here yet.</source>
        <translation>Er is nog niemand naartoe verwezen.</translation>
    </message>
    <message>
        <source>as its group</source>
        <translation>zoals de groep</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Side of the wall</source>
        <translation>Zorg of veiligheid</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>What was typed about this organisation is kept as a draft.</source>
        <translation>Wat je over deze organisatie typte, is als concept bewaard.</translation>
    </message>
    <message>
        <source>A contact is kept as a draft.</source>
        <translation>Een contactpersoon is als concept bewaard.</translation>
    </message>
    <message>
        <source>An offer is kept as a draft.</source>
        <translation>Een aanbod is als concept bewaard.</translation>
    </message>
    <message>
        <source>Free places are kept as a draft.</source>
        <translation>Vrije plekken zijn als concept bewaard.</translation>
    </message>
    <message>
        <source>A covenant is kept as a draft.</source>
        <translation>Een convenant is als concept bewaard.</translation>
    </message>
    <message>
        <source>An experience is kept as a draft.</source>
        <translation>Een ervaring is als concept bewaard.</translation>
    </message>
    <message>
        <source>What was typed is kept as a draft.</source>
        <translation>Wat je typte, is als concept bewaard.</translation>
    </message>
</context>
<context>
    <name>UnmetPage</name>
    <message>
        <source>Only for inside the team. One person can stand behind several numbers, so that a number above five may still be about one: these figures cannot be published. Under Figures everybody counts once.</source>
        <translation>Alleen voor binnen het team. Achter meer dan één aantal kan dezelfde persoon zitten. Ook een aantal boven de vijf kan dus over één iemand gaan: deze cijfers kun je niet publiceren. Onder Cijfers telt iedereen één keer.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Wat ontbreekt</translation>
    </message>
    <message>
        <source>Looking inside is noted in the log</source>
        <translation>Dat je dit bekijkt, staat in het logboek</translation>
    </message>
    <message>
        <source>Nothing was recorded as not found in this period.</source>
        <translation>Over deze periode is niets vastgelegd dat niet gevonden is.</translation>
    </message>
    <message>
        <source>Look for help under Network, and record what nobody could give.</source>
        <translation>Zoek hulp bij Netwerk, en leg vast wat niemand kon bieden.</translation>
    </message>
    <message>
        <source>{period} · not found: {needs} · known persons: {people} · worked out later: {met}</source>
        <translation>{period} · niet gevonden: {needs} · bekende personen: {people} · later toch gelukt: {met}</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>Why it did not work out</source>
        <translation>Waarom het niet lukte</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
</context>
</TS>
