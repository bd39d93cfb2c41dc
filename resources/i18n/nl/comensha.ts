<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>CodedDialog</name>
    <message>
        <source>For the registration with CoMensha</source>
        <translation>Voor de registratie bij CoMensha</translation>
    </message>
    <message>
        <source>With the name</source>
        <translation>Met de naam</translation>
    </message>
    <message>
        <source>Our reference</source>
        <translation>Onze verwijzing</translation>
    </message>
    <message>
        <source>Type of dossier</source>
        <translation>Soort dossier</translation>
    </message>
    <message>
        <source>Form of exploitation</source>
        <translation>Vorm van uitbuiting</translation>
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
        <source>Consent</source>
        <translation>Toestemming</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieer</translation>
    </message>
    <message>
        <source>Copy: {label}</source>
        <translation>Kopieer: {label}</translation>
    </message>
    <message>
        <source>Copied: {label}</source>
        <translation>Gekopieerd: {label}</translation>
    </message>
</context>
<context>
    <name>Comensha</name>
    <message>
        <source>The registration is recorded.</source>
        <translation>De registratie is vastgelegd.</translation>
    </message>
    <message>
        <source>It is recorded, with the reason.</source>
        <translation>Het is vastgelegd, met de reden.</translation>
    </message>
    <message>
        <source>The message of CoMensha is recorded.</source>
        <translation>Het bericht van CoMensha is vastgelegd.</translation>
    </message>
    <message>
        <source>It is as it was before.</source>
        <translation>Het staat er weer zoals het was.</translation>
    </message>
    <message>
        <source>Registering with CoMensha stands on Today.</source>
        <translation>Registreren bij CoMensha staat op Vandaag.</translation>
    </message>
    <message>
        <source>The file is saved. Remove it when it is where it belongs.</source>
        <translation>Het bestand is bewaard. Verwijder het als het is waar het hoort.</translation>
    </message>
    <message>
        <source>A form about CoMensha is kept as a draft.</source>
        <translation>Een formulier over CoMensha staat als concept.</translation>
    </message>
</context>
<context>
    <name>ComenshaBlock</name>
    <message>
        <source>CoMensha</source>
        <translation>CoMensha</translation>
    </message>
    <message>
        <source>List of the year</source>
        <translation>Lijst van het jaar</translation>
    </message>
    <message>
        <source>Nothing was recorded about registering with CoMensha.</source>
        <translation>Over registreren bij CoMensha is niets vastgelegd.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Type of dossier</source>
        <translation>Soort dossier</translation>
    </message>
    <message>
        <source>On whose word</source>
        <translation>Toestemming of plicht</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Hun nummer</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Amend the registration</source>
        <translation>Verbeter de registratie</translation>
    </message>
    <message>
        <source>Record the registration</source>
        <translation>Leg de registratie vast</translation>
    </message>
    <message>
        <source>Message of CoMensha</source>
        <translation>Bericht van CoMensha</translation>
    </message>
    <message>
        <source>Put on Today</source>
        <translation>Zet op Vandaag</translation>
    </message>
    <message>
        <source>Does not want it</source>
        <translation>Wil het niet</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Niet nodig</translation>
    </message>
    <message>
        <source>To copy from…</source>
        <translation>Om over te nemen…</translation>
    </message>
    <message>
        <source>What is known, to copy from for the registration</source>
        <translation>Wat bekend is, om over te nemen voor de registratie</translation>
    </message>
    <message>
        <source>Before: {step}</source>
        <translation>Eerder: {step}</translation>
    </message>
</context>
<context>
    <name>ComenshaPage</name>
    <message>
        <source>Victims of the year</source>
        <translation>Slachtoffers van het jaar</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>As a file…</source>
        <translation>Als bestand…</translation>
    </message>
    <message>
        <source>CoMensha</source>
        <translation>CoMensha</translation>
    </message>
    <message>
        <source>open the person</source>
        <translation>open de persoon</translation>
    </message>
    <message>
        <source>No victim of {year}.</source>
        <translation>Geen slachtoffer in {year}.</translation>
    </message>
    <message>
        <source>Whoever is named in a notification, or is registered, stands here.</source>
        <translation>Wie in een melding staat of geregistreerd is, staat hier.</translation>
    </message>
    <message>
        <source>1 victim</source>
        <translation>1 slachtoffer</translation>
    </message>
    <message>
        <source>{count} victims</source>
        <translation>{count} slachtoffers</translation>
    </message>
    <message>
        <source>nothing noted</source>
        <translation>niets vastgelegd</translation>
    </message>
    <message>
        <source>Somebody without a name</source>
        <translation>Iemand zonder naam</translation>
    </message>
    <message>
        <source>their number {number}</source>
        <translation>hun nummer {number}</translation>
    </message>
    <message>
        <source>Named in a notification of this year.</source>
        <translation>Genoemd in een melding van dit jaar.</translation>
    </message>
    <message>
        <source>The list is saved. Remove the file when it is where it belongs.</source>
        <translation>De lijst is bewaard. Verwijder het bestand als het is waar het hoort.</translation>
    </message>
</context>
<context>
    <name>FeedbackDialog</name>
    <message>
        <source>What did CoMensha tell?</source>
        <translation>Wat liet CoMensha weten?</translation>
    </message>
    <message>
        <source>Record the message</source>
        <translation>Leg het bericht vast</translation>
    </message>
    <message>
        <source>Came on</source>
        <translation>Gekomen op</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Wat erin staat</translation>
    </message>
    <message>
        <source>Number of CoMensha</source>
        <translation>Nummer van CoMensha</translation>
    </message>
</context>
<context>
    <name>OutDialog</name>
    <message>
        <source>Save as a file…</source>
        <translation>Bewaar als bestand…</translation>
    </message>
    <message>
        <source>With the names of those who agreed</source>
        <translation>Met de namen van wie dat goedvond</translation>
    </message>
    <message>
        <source>The file is not encrypted. Send it only by a safe way, and remove it when it is there. The log notes that it left and what for.</source>
        <translation>Het bestand is niet versleuteld. Verstuur het alleen langs een veilige weg, en verwijder het als het er is. Het logboek noteert dat het wegging en waarvoor.</translation>
    </message>
    <message>
        <source>What the file is for</source>
        <translation>Waarvoor het bestand is</translation>
    </message>
    <message>
        <source>Where should the file go?</source>
        <translation>Waar moet het bestand komen?</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Why does the victim not want it?</source>
        <translation>Waarom wil het slachtoffer het niet?</translation>
    </message>
    <message>
        <source>Why is it not needed?</source>
        <translation>Waarom is het niet nodig?</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Leg vast</translation>
    </message>
    <message>
        <source>such as: the police registered</source>
        <translation>bijvoorbeeld: de politie registreerde</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>How is the registration with CoMensha?</source>
        <translation>Wat is er geregistreerd bij CoMensha?</translation>
    </message>
    <message>
        <source>Record the registration</source>
        <translation>Leg de registratie vast</translation>
    </message>
    <message>
        <source>Type of dossier</source>
        <translation>Soort dossier</translation>
    </message>
    <message>
        <source>On whose word</source>
        <translation>Toestemming of plicht</translation>
    </message>
    <message>
        <source>Who signed, or whose duty it is</source>
        <translation>Wie tekende, of wiens plicht het is</translation>
    </message>
    <message>
        <source>Consent given on</source>
        <translation>Toestemming gegeven op</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Geregistreerd op</translation>
    </message>
    <message>
        <source>Number of CoMensha</source>
        <translation>Nummer van CoMensha</translation>
    </message>
    <message>
        <source>A parent or guardian is the aggressor in a signal. Never ask that person to sign.</source>
        <translation>Een ouder of voogd staat in een signaal als pleger. Laat diegene nooit tekenen.</translation>
    </message>
    <message>
        <source>The age is not known. Below 16 a parent or guardian signs, from 16 the victim.</source>
        <translation>De leeftijd is niet bekend. Onder 16 tekent een ouder of voogd, vanaf 16 het slachtoffer.</translation>
    </message>
</context>
<context>
    <name>YearOutDialog</name>
    <message>
        <source>The list of {year} as a file</source>
        <translation>De lijst van {year} als bestand</translation>
    </message>
</context>
</TS>
