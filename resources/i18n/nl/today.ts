<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>LoadLine</name>
    <message>
        <source>Show what waits for triage</source>
        <translation>Toon wat op triage wacht</translation>
    </message>
    <message>
        <source>Triage in the last 90 days: one notification, after {longest}.</source>
        <translation>Triage in de laatste 90 dagen: één melding, na {longest}.</translation>
    </message>
    <message>
        <source>Triage in the last 90 days: {count} notifications, half within {median}, the longest after {longest}.</source>
        <translation>Triage in de laatste 90 dagen: {count} meldingen, de helft binnen {median}, de langste na {longest}.</translation>
    </message>
    <message>
        <source>One waits now, for {days}.</source>
        <translation>Nu wacht er één, {days}.</translation>
    </message>
    <message>
        <source>{count} wait now, the oldest for {days}.</source>
        <translation>Nu wachten er {count}, de oudste {days}.</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 dag</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} dagen</translation>
    </message>
</context>
<context>
    <name>TodayCase</name>
    <message>
        <source>Agreed: {what}</source>
        <translation>Afgesproken: {what}</translation>
    </message>
    <message>
        <source>You do this.</source>
        <translation>Jij doet dit.</translation>
    </message>
    <message>
        <source>Done by: {who}.</source>
        <translation>Dit doet: {who}.</translation>
    </message>
    <message>
        <source>Last day of a trajectory: {kind}</source>
        <translation>Laatste dag van een traject: {kind}</translation>
    </message>
    <message>
        <source>Past its last day: {kind}</source>
        <translation>Voorbij de laatste dag: {kind}</translation>
    </message>
    <message>
        <source>Given by: {who}.</source>
        <translation>Door: {who}.</translation>
    </message>
    <message>
        <source>Coordinated by {name}.</source>
        <translation>Coördinator: {name}.</translation>
    </message>
</context>
<context>
    <name>TodayClient</name>
    <message>
        <source>somebody without a name</source>
        <translation>iemand zonder naam</translation>
    </message>
    <message>
        <source>Register with CoMensha: {name}</source>
        <translation>Registreren bij CoMensha: {name}</translation>
    </message>
    <message>
        <source>Due since {day}: register, or record why not.</source>
        <translation>Staat open sinds {day}: registreer, of leg vast waarom niet.</translation>
    </message>
    <message>
        <source>Decide on a request ({kind}): {name}</source>
        <translation>Besluiten op een verzoek ({kind}): {name}</translation>
    </message>
    <message>
        <source>Asked on {day}, no decision yet.</source>
        <translation>Gevraagd op {day}, nog geen besluit.</translation>
    </message>
    <message>
        <source>Answer a request ({kind}): {name}</source>
        <translation>Verzoek beantwoorden ({kind}): {name}</translation>
    </message>
    <message>
        <source>Asked on {day}, decided, not answered yet.</source>
        <translation>Gevraagd op {day}, besloten, nog niet beantwoord.</translation>
    </message>
</context>
<context>
    <name>TodayLine</name>
    <message>
        <source>Finish a form about a person</source>
        <translation>Maak een formulier over een persoon af</translation>
    </message>
    <message>
        <source>Finish a form of a meeting</source>
        <translation>Maak een formulier van een overleg af</translation>
    </message>
    <message>
        <source>Finish a question of a professional</source>
        <translation>Vraag van een professional afmaken</translation>
    </message>
    <message>
        <source>Finish the decision on informing: {reference}</source>
        <translation>Besluit over informeren afmaken: {reference}</translation>
    </message>
    <message>
        <source>Finish a form of an organisation</source>
        <translation>Maak een formulier van een organisatie af</translation>
    </message>
    <message>
        <source>Finish the referral: {reference}</source>
        <translation>Doorverwijzing afmaken: {reference}</translation>
    </message>
    <message>
        <source>Finish recording the answer: {reference}</source>
        <translation>Antwoord vastleggen afmaken: {reference}</translation>
    </message>
    <message>
        <source>Finish changing the status: {reference}</source>
        <translation>Status wijzigen afmaken: {reference}</translation>
    </message>
    <message>
        <source>Finish a form: {reference}</source>
        <translation>Formulier afmaken: {reference}</translation>
    </message>
    <message>
        <source>Finish a form of the network</source>
        <translation>Maak een formulier van het netwerk af</translation>
    </message>
    <message>
        <source>Finish planning a meeting</source>
        <translation>Maak het plannen van een overleg af</translation>
    </message>
    <message>
        <source>Finish what letters and cards say of you</source>
        <translation>Maak af wat brieven en kaarten over jullie zeggen</translation>
    </message>
    <message>
        <source>You were busy with a signal (draft of {moment}).</source>
        <translation>Je was bezig met een signaal (concept van {moment}).</translation>
    </message>
    <message>
        <source>You were busy with a decision on informing (draft of {moment}).</source>
        <translation>Je was bezig met een besluit over informeren (concept van {moment}).</translation>
    </message>
    <message>
        <source>You were busy with a referral (draft of {moment}).</source>
        <translation>Je was bezig met een doorverwijzing (concept van {moment}).</translation>
    </message>
    <message>
        <source>You were busy with an answer to a referral (draft of {moment}).</source>
        <translation>Je was bezig met een antwoord op een doorverwijzing (concept van {moment}).</translation>
    </message>
    <message>
        <source>You were busy changing the status of a signal (draft of {moment}).</source>
        <translation>Je was bezig de status van een signaal te wijzigen (concept van {moment}).</translation>
    </message>
    <message>
        <source>You were busy with a form (draft of {moment}).</source>
        <translation>Je was bezig met een formulier (concept van {moment}).</translation>
    </message>
    <message>
        <source>Kept as typed, not recorded yet.</source>
        <translation>Bewaard zoals getypt, nog niet vastgelegd.</translation>
    </message>
    <message>
        <source>Finish the request for advice</source>
        <translation>Adviesvraag afmaken</translation>
    </message>
    <message>
        <source>Finish the notification</source>
        <translation>Melding afmaken</translation>
    </message>
    <message>
        <source>Finish the signal</source>
        <translation>Signaal afmaken</translation>
    </message>
    <message>
        <source>Nothing is missing; it is not recorded yet.</source>
        <translation>Er ontbreekt niets meer; het is nog niet vastgelegd.</translation>
    </message>
    <message>
        <source>One answer is missing or not right yet.</source>
        <translation>Eén antwoord ontbreekt of klopt nog niet.</translation>
    </message>
    <message>
        <source>{count} answers are missing or not right yet.</source>
        <translation>{count} antwoorden ontbreken of kloppen nog niet.</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Wacht op antwoord</translation>
    </message>
    <message>
        <source>To finish</source>
        <translation>Afmaken</translation>
    </message>
    <message>
        <source>To look through</source>
        <translation>Nakijken</translation>
    </message>
    <message>
        <source>past the term</source>
        <translation>over de termijn</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Eerst</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Deze week</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Begun on {day}, not done yet.</source>
        <translation>Begonnen op {day}, nog niet gedaan.</translation>
    </message>
    <message>
        <source>{count} more tasks wait</source>
        <translation>Nog {count} taken wachten</translation>
    </message>
    <message>
        <source>Noted quickly</source>
        <translation>Snel genoteerd</translation>
    </message>
    <message>
        <source>past its term it comes up to you, too</source>
        <translation>over de termijn staat het ook bij jou bovenaan</translation>
    </message>
    <message>
        <source>Of colleagues</source>
        <translation>Van collega’s</translation>
    </message>
    <message>
        <source>they come up when these are done</source>
        <translation>ze komen erbij als deze klaar zijn</translation>
    </message>
    <message>
        <source>Recorded by {name}.</source>
        <translation>Vastgelegd door {name}.</translation>
    </message>
    <message>
        <source>Decide on informing: {name}</source>
        <translation>Besluit nemen over informeren: {name}</translation>
    </message>
    <message>
        <source>Decide anew on informing: {name}</source>
        <translation>Opnieuw besluiten over informeren: {name}</translation>
    </message>
    <message>
        <source>Look along: the decision not to inform {name}</source>
        <translation>Kijk mee met het besluit om {name} niet te informeren</translation>
    </message>
    <message>
        <source>A colleague looks along: not informing {name}</source>
        <translation>Een collega kijkt mee: {name} niet informeren</translation>
    </message>
    <message>
        <source>Inform: {name}</source>
        <translation>Informeren: {name}</translation>
    </message>
    <message>
        <source>Look again: inform {name}?</source>
        <translation>Opnieuw bekijken: {name} informeren?</translation>
    </message>
    <message>
        <source>{role} without a name</source>
        <translation>{role} zonder naam</translation>
    </message>
    <message>
        <source>A colleague decided it; it needs your yes or no.</source>
        <translation>Een collega besloot dit; het wacht op jouw ja of nee.</translation>
    </message>
    <message>
        <source>Nobody else has agreed or disagreed yet.</source>
        <translation>Nog niemand anders heeft ingestemd of nee gezegd.</translation>
    </message>
    <message>
        <source>A colleague does not agree with not informing.</source>
        <translation>Een collega stemt niet in met niet informeren.</translation>
    </message>
    <message>
        <source>Decided to inform, not done yet.</source>
        <translation>Er is besloten te informeren; dat is nog niet gedaan.</translation>
    </message>
    <message>
        <source>Reason: {reason}.</source>
        <translation>Reden: {reason}.</translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation>Er is geen reden vastgelegd.</translation>
    </message>
    <message>
        <source>No decision yet.</source>
        <translation>Er is nog geen besluit.</translation>
    </message>
    <message>
        <source>Recorded on {day}, no decision yet.</source>
        <translation>Vastgelegd op {day}, nog geen besluit.</translation>
    </message>
    <message>
        <source>Not sent yet: {organisation} about {reference}</source>
        <translation>Nog niet verstuurd: {organisation} over {reference}</translation>
    </message>
    <message>
        <source>A referral that is proposed; nobody was told anything.</source>
        <translation>Voorgestelde doorverwijzing; er is nog niets gedeeld.</translation>
    </message>
    <message>
        <source>Answer awaited: {organisation} about {reference}</source>
        <translation>Antwoord verwacht: {organisation} over {reference}</translation>
    </message>
    <message>
        <source>Call about an answer: {organisation} about {reference}</source>
        <translation>Bel om een antwoord: {organisation} over {reference}</translation>
    </message>
    <message>
        <source>Referred, no answer recorded yet.</source>
        <translation>Doorverwezen, nog geen antwoord vastgelegd.</translation>
    </message>
    <message>
        <source>Referred on {day}, no answer recorded yet.</source>
        <translation>Doorverwezen op {day}, nog geen antwoord vastgelegd.</translation>
    </message>
    <message>
        <source>Referred on {day}; they have it, an answer follows.</source>
        <translation>Doorverwezen op {day}; ontvangen, het antwoord volgt.</translation>
    </message>
    <message>
        <source>On the waiting list: {organisation} about {reference}</source>
        <translation>Op de wachtlijst: {organisation} over {reference}</translation>
    </message>
    <message>
        <source>On the waiting list.</source>
        <translation>Op de wachtlijst.</translation>
    </message>
    <message>
        <source>On the waiting list since {day}.</source>
        <translation>Op de wachtlijst sinds {day}.</translation>
    </message>
    <message>
        <source>Finish a form</source>
        <translation>Formulier afmaken</translation>
    </message>
    <message>
        <source>Noted quickly by {name}, {moment}</source>
        <translation>Snel genoteerd door {name}, {moment}</translation>
    </message>
    <message>
        <source>Noted quickly, {moment}</source>
        <translation>Snel genoteerd, {moment}</translation>
    </message>
    <message>
        <source>not recorded yet</source>
        <translation>nog niet vastgelegd</translation>
    </message>
    <message>
        <source>Look through imported signals: {count}</source>
        <translation>Ingevoerde signalen nakijken: {count}</translation>
    </message>
    <message>
        <source>They came from a spreadsheet and nobody checked them.</source>
        <translation>Ze komen uit een spreadsheet en zijn nog niet nagekeken.</translation>
    </message>
    <message>
        <source>no term</source>
        <translation>geen termijn</translation>
    </message>
    <message>
        <source>Nothing is past its term</source>
        <translation>Niets is over de termijn</translation>
    </message>
    <message>
        <source>One task is past its term</source>
        <translation>Eén taak is over de termijn</translation>
    </message>
    <message>
        <source>{count} tasks are past their term</source>
        <translation>{count} taken zijn over de termijn</translation>
    </message>
    <message>
        <source>one ends today</source>
        <translation>één loopt vandaag af</translation>
    </message>
    <message>
        <source>{count} end today</source>
        <translation>{count} lopen vandaag af</translation>
    </message>
</context>
<context>
    <name>TodayMeeting</name>
    <message>
        <source>Prepare the {kind}</source>
        <translation>Bereid het {kind} voor</translation>
    </message>
    <message>
        <source>Report of the {kind}</source>
        <translation>Verslag van het {kind}</translation>
    </message>
    <message>
        <source>Its day has passed: was it held, or called off?</source>
        <translation>De dag is geweest: is het gehouden of afgezegd?</translation>
    </message>
    <message>
        <source>Today: {kind}</source>
        <translation>Vandaag: {kind}</translation>
    </message>
</context>
<context>
    <name>TodayNetwork</name>
    <message>
        <source>Covenant with {name} ends</source>
        <translation>Convenant met {name} loopt af</translation>
    </message>
    <message>
        <source>{title} ({kind}). Agree on a new one, or let it end.</source>
        <translation>{title} ({kind}). Spreek iets nieuws af, of laat het aflopen.</translation>
    </message>
    <message>
        <source>Covenant with {name} has ended</source>
        <translation>Convenant met {name} is afgelopen</translation>
    </message>
    <message>
        <source>{title} ({kind}). Nothing may be shared under it any more.</source>
        <translation>{title} ({kind}). Hieronder mag je niets meer delen.</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Take in a spreadsheet</source>
        <translation>Spreadsheet inlezen</translation>
    </message>
    <message>
        <source>Call now</source>
        <translation>Bellen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>open</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>kiezen</translation>
    </message>
    <message>
        <source>new signal</source>
        <translation>nieuw signaal</translation>
    </message>
    <message>
        <source>There is no signal in this registry yet.</source>
        <translation>In dit register staat nog geen signaal.</translation>
    </message>
    <message>
        <source>Record the first one with Ctrl+N.</source>
        <translation>Leg het eerste vast met Ctrl+N.</translation>
    </message>
    <message>
        <source>A term begins when somebody who must be informed is recorded.</source>
        <translation>Een termijn begint als je iemand vastlegt die geïnformeerd moet worden.</translation>
    </message>
    <message>
        <source>Nothing waits for you now.</source>
        <translation>Niets dat nu op je wacht.</translation>
    </message>
</context>
</TS>
