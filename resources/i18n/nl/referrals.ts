<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>PersonReferrals</name>
    <message>
        <source>Referrals</source>
        <translation>Doorverwijzingen</translation>
    </message>
    <message>
        <source>Open {reference}</source>
        <translation>Naar {reference}</translation>
    </message>
    <message>
        <source>Not referred to anybody yet.</source>
        <translation>Nog nergens naar doorverwezen.</translation>
    </message>
</context>
<context>
    <name>ReferralActs</name>
    <message>
        <source>The referral is sent. You can make its letter.</source>
        <translation>De doorverwijzing is verstuurd. Je kunt er nu de brief bij maken.</translation>
    </message>
    <message>
        <source>the letter</source>
        <translation>de brief</translation>
    </message>
    <message>
        <source>Save outside the registry</source>
        <translation>Buiten het register bewaren</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>letter.pdf</source>
        <translation>brief.pdf</translation>
    </message>
    <message>
        <source>Saved at {path}. Remove it there once it has reached the receiver.</source>
        <translation>Bewaard op {path}. Verwijder hem daar zodra de ontvanger hem heeft.</translation>
    </message>
    <message>
        <source>The letter is kept with the referral.</source>
        <translation>De brief is bewaard bij de doorverwijzing.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Bewaren als PDF…</translation>
    </message>
    <message>
        <source>The answer is recorded.</source>
        <translation>Het antwoord is vastgelegd.</translation>
    </message>
    <message>
        <source>Record the unmet need</source>
        <translation>Vastleggen wat ontbreekt</translation>
    </message>
    <message>
        <source>The unmet need is recorded. It counts in the figures.</source>
        <translation>Vastgelegd dat deze hulp ontbreekt. Het telt mee in de cijfers.</translation>
    </message>
</context>
<context>
    <name>ReferralEntry</name>
    <message>
        <source>for {name}</source>
        <translation>voor {name}</translation>
    </message>
    <message>
        <source>referred {day}</source>
        <translation>doorverwezen {day}</translation>
    </message>
    <message>
        <source>proposed {day}</source>
        <translation>voorgesteld {day}</translation>
    </message>
    <message>
        <source>answer {day}</source>
        <translation>antwoord {day}</translation>
    </message>
    <message>
        <source>Shared: {fields}</source>
        <translation>Gedeeld: {fields}</translation>
    </message>
    <message>
        <source>Would be shared: {fields}</source>
        <translation>Wordt gedeeld: {fields}</translation>
    </message>
    <message>
        <source>answer wanted by {day}</source>
        <translation>antwoord gevraagd voor of op {day}</translation>
    </message>
    <message>
        <source>on the list since {day}</source>
        <translation>op de lijst sinds {day}</translation>
    </message>
    <message>
        <source>began {day}</source>
        <translation>begonnen {day}</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>afgelopen {day}</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>verstuurd</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>voorgesteld</translation>
    </message>
    <message>
        <source>Before: {answer}</source>
        <translation>Eerder: {answer}</translation>
    </message>
</context>
<context>
    <name>ReferralFilters</name>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Past the day of the answer</source>
        <translation>Antwoord te laat</translation>
    </message>
    <message>
        <source>On a waiting list</source>
        <translation>Op een wachtlijst</translation>
    </message>
    <message>
        <source>Accepted or begun</source>
        <translation>Aangenomen of begonnen</translation>
    </message>
    <message>
        <source>Ended, declined or withdrawn</source>
        <translation>Afgelopen, afgewezen of ingetrokken</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Where they stand</source>
        <translation>Hoe het ervoor staat</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>Every purpose</source>
        <translation>Alle doelen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filters wissen</translation>
    </message>
    <message>
        <source>Every organisation</source>
        <translation>Alle organisaties</translation>
    </message>
</context>
<context>
    <name>ReferralLetterDialog</name>
    <message>
        <source>Letter to {name}</source>
        <translation>Brief aan {name}</translation>
    </message>
    <message>
        <source>Only what you chose to share is in it. It is kept with the referral; after that you can save it as PDF.</source>
        <translation>Er staat alleen in wat je koos om te delen. De brief wordt bewaard bij de doorverwijzing. Daarna kun je hem als PDF bewaren.</translation>
    </message>
    <message>
        <source>Make the letter</source>
        <translation>Brief maken</translation>
    </message>
    <message>
        <source>Explanation and question</source>
        <translation>Toelichting en vraag</translation>
    </message>
    <message>
        <source>Who can be called</source>
        <translation>Wie de ontvanger kan bellen</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>This is what the letter says</source>
        <translation>Dit staat in de brief</translation>
    </message>
    <message>
        <source>This seems to tell of: {fields}. This receiver does not get that; look at the text again.</source>
        <translation>Dit lijkt te gaan over: {fields}. Deze ontvanger krijgt dat niet. Kijk de tekst nog eens na.</translation>
    </message>
</context>
<context>
    <name>ReferralLine</name>
    <message>
        <source>the signal as a whole</source>
        <translation>het signaal als geheel</translation>
    </message>
    <message>
        <source>referred {day}</source>
        <translation>doorverwezen {day}</translation>
    </message>
    <message>
        <source>This referral is no longer in the registry</source>
        <translation>Deze doorverwijzing staat niet meer in het register</translation>
    </message>
</context>
<context>
    <name>ReferralsPage</name>
    <message>
        <source>Referrals</source>
        <translation>Doorverwijzingen</translation>
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
        <source>No referrals</source>
        <translation>Geen doorverwijzingen</translation>
    </message>
    <message>
        <source>No referral fits this choice.</source>
        <translation>Geen doorverwijzing past bij deze keuze.</translation>
    </message>
    <message>
        <source>Clear the filters to see what is open.</source>
        <translation>Wis de filters om te zien wat er openstaat.</translation>
    </message>
    <message>
        <source>Refer somebody on the page of a signal with the key D.</source>
        <translation>Verwijs iemand door op de pagina van een signaal, met de toets D.</translation>
    </message>
    <message>
        <source>No referral is open now.</source>
        <translation>Er staat nu geen doorverwijzing open.</translation>
    </message>
</context>
<context>
    <name>SharedPart</name>
    <message>
        <source>What is shared</source>
        <translation>Wat je deelt</translation>
    </message>
    <message>
        <source>Why care and safety together</source>
        <translation>Waarom zorg en veiligheid samen</translation>
    </message>
    <message>
        <source>This is what the receiver gets</source>
        <translation>Dit krijgt de ontvanger</translation>
    </message>
    <message>
        <source>You write in the letter: {fields}.</source>
        <translation>Je schrijft in de brief: {fields}.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Niets.</translation>
    </message>
    <message>
        <source>Not to be chosen: {fields}. {why}</source>
        <translation>Niet te kiezen: {fields}. {why}</translation>
    </message>
</context>
</TS>
