"""256 Dutch words that are easy to say over a telephone and to type: a byte each.

They are concrete things without accents that nobody mixes up by ear, and none of them is a word that
:mod:`mhdesk.vault.common_words` calls guessable.
"""

from __future__ import annotations

from typing import Final

_WORDS: Final = """
aardbei abrikoos accordeon adelaar agenda akkoord almanak ambacht ananas anker antenne anjer archief asfalt
atelier baken balkon ballon bamboe banjo barbeel basalt bazuin beitel bericht berkenhout bestek beuk bever
biels bizon blazer bliksem bloesem boerderij bokaal bosrand braam brommer buffel buizerd bushalte cactus
camera cello cement cijfer cirkel citroen cocon cipres dadel dakgoot dageraad dambord deksel diamant dijk
distel doedelzak dolfijn dorpel draaiorgel drempel duiker dwarsfluit echo eekhoorn egel eiland elastiek
eland emmer enkel erwt esdoorn etalage ezel fabriek fakkel fanfare fazant festival filter fluweel fontein
forel framboos fresco fuchsia galerij gans garnaal gember gieter giraf gletsjer glijbaan gordijn gewelf
granaat greppel grutto haas hagel hamer haring harp havik hazelnoot helm heuvel hinde hobo honing hooiberg
horizon houtskool huifkar iglo ijsvogel inkt ivoor jaguar jasmijn jenever jonk kabel kachel kajak kalebas
kameel kanaal kano kastanje kater kegel kelder kerfstok ketel kever kiezel kikker klarinet klaver klimop
klomp kluis knikker koets kokos kolibri kompas konvooi koraal korenveld kraal krekel kroon kruiwagen kubus
kwartel kweepeer ladder lagune lantaarn lauwer lavendel leeuwerik leisteen lepel lijster linde loods lotus
luipaard magneet mandarijn mangaan marmer mast meander meloen merel metro mijnwerker mimosa moeras molen
mosterd motor mozaiek mussel narcis nectar nijlpaard notenbalk oester ooievaar olijf onyx orkest otter oever
paddenstoel palet papaver parel pastei patrijs peddel pelikaan peper pijler pinda plafond polder populier
pruim puzzel pincet radijs raket ransel regenton rivier robijn rozijn ruiter sandaal schelp sikkel spiegel
spinazie steiger stoomboot tapijt tegel tulp turf uil valk veldfles viool visnet vlieger vlinder vulpen
wafel walnoot wimpel wortel zadel zeepaard zilvermeeuw zwaluw
"""

SPOKEN: Final = tuple(_WORDS.split())
