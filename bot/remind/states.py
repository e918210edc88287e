"""States as news names them: the country, its people, and the seat of government that stands for it.

A seat is listed where news says it for the government. Whose seat Jerusalem is, is in dispute, so it is
nobody's here, and Brussels is the European Union's. `Korean`, `Congo` and `Guinea` alone name no one state.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Final, NamedTuple

_TABLE: Final = """
United States, US, U.S., USA, America, American, Americans | Washington, White House, Pentagon, Capitol Hill
China, Chinese, People's Republic of China | Beijing
Russia, Russian, Russians, Russian Federation | Moscow, Kremlin
European Union, EU, E.U. | Brussels, European Commission
United Kingdom, UK, U.K., Britain, Great Britain, British, Britons | London, Downing Street, Whitehall
France, French | Paris, Elysée, Élysée
Germany, German, Germans | Berlin
Italy, Italian, Italians | Rome
Spain, Spanish, Spaniards | Madrid
Portugal, Portuguese | Lisbon
Netherlands, Dutch |
Belgium, Belgian, Belgians |
Luxembourg, Luxembourgish |
Switzerland, Swiss | Bern
Austria, Austrian, Austrians | Vienna
Ireland, Irish | Dublin
Denmark, Danish, Danes | Copenhagen
Norway, Norwegian, Norwegians | Oslo
Sweden, Swedish, Swedes | Stockholm
Finland, Finnish, Finns | Helsinki
Iceland, Icelandic, Icelanders | Reykjavik, Reykjavík
Estonia, Estonian, Estonians | Tallinn
Latvia, Latvian, Latvians | Riga
Lithuania, Lithuanian, Lithuanians | Vilnius
Poland, Polish, Poles | Warsaw
Czech Republic, Czechia, Czech, Czechs | Prague
Slovakia, Slovak, Slovaks | Bratislava
Hungary, Hungarian, Hungarians | Budapest
Romania, Romanian, Romanians | Bucharest
Bulgaria, Bulgarian, Bulgarians |
Moldova, Moldovan, Moldovans | Chisinau, Chișinău
Ukraine, Ukrainian, Ukrainians | Kyiv, Kiev
Belarus, Belarusian, Belarusians | Minsk
Serbia, Serbian, Serbs | Belgrade
Kosovo, Kosovar, Kosovars, Kosovan | Pristina
Bosnia, Bosnian, Bosnians, Bosnia and Herzegovina | Sarajevo
Croatia, Croatian, Croats | Zagreb
Slovenia, Slovenian, Slovenes | Ljubljana
Montenegro, Montenegrin | Podgorica
North Macedonia, Macedonian, Macedonians | Skopje
Albania, Albanian, Albanians | Tirana
Greece, Greek, Greeks | Athens
Cyprus, Cypriot, Cypriots | Nicosia
Malta, Maltese | Valletta
Turkey, Türkiye, Turkiye, Turkish, Turks | Ankara
Georgia, Georgian, Georgians | Tbilisi
Armenia, Armenian, Armenians | Yerevan
Azerbaijan, Azerbaijani, Azerbaijanis, Azeri | Baku
Kazakhstan, Kazakh, Kazakhs | Astana
Uzbekistan, Uzbek, Uzbeks | Tashkent
Kyrgyzstan, Kyrgyz | Bishkek
Tajikistan, Tajik, Tajiks | Dushanbe
Turkmenistan, Turkmen | Ashgabat
Mongolia, Mongolian, Mongolians | Ulaanbaatar
Japan, Japanese | Tokyo
South Korea, South Korean, South Koreans | Seoul
North Korea, North Korean, North Koreans, DPRK | Pyongyang
Taiwan, Taiwanese | Taipei
Philippines, Philippine, Filipino, Filipinos | Manila
Vietnam, Vietnamese | Hanoi
Laos, Laotian, Lao | Vientiane
Cambodia, Cambodian, Cambodians | Phnom Penh
Thailand, Thai, Thais | Bangkok
Myanmar, Burma, Burmese | Naypyidaw
Malaysia, Malaysian, Malaysians | Kuala Lumpur
Singapore, Singaporean, Singaporeans |
Indonesia, Indonesian, Indonesians | Jakarta
Australia, Australian, Australians | Canberra
New Zealand, New Zealander, New Zealanders | Wellington
Papua New Guinea |
India, Indian, Indians | New Delhi, Delhi
Pakistan, Pakistani, Pakistanis | Islamabad
Bangladesh, Bangladeshi, Bangladeshis | Dhaka
Sri Lanka, Sri Lankan, Sri Lankans | Colombo
Nepal, Nepali, Nepalis, Nepalese | Kathmandu
Afghanistan, Afghan, Afghans | Kabul
Iran, Iranian, Iranians | Tehran
Iraq, Iraqi, Iraqis | Baghdad
Syria, Syrian, Syrians | Damascus
Lebanon, Lebanese | Beirut
Israel, Israeli, Israelis |
Palestine, Palestinian, Palestinians | Ramallah
Jordan, Jordanian, Jordanians | Amman
Saudi Arabia, Saudi, Saudis | Riyadh
United Arab Emirates, UAE, U.A.E., Emirati, Emiratis | Abu Dhabi
Qatar, Qatari, Qataris | Doha
Kuwait, Kuwaiti, Kuwaitis |
Bahrain, Bahraini, Bahrainis | Manama
Oman, Omani, Omanis | Muscat
Yemen, Yemeni, Yemenis | Sanaa
Egypt, Egyptian, Egyptians | Cairo
Libya, Libyan, Libyans | Tripoli
Tunisia, Tunisian, Tunisians | Tunis
Algeria, Algerian, Algerians | Algiers
Morocco, Moroccan, Moroccans | Rabat
Sudan, Sudanese | Khartoum
South Sudan, South Sudanese | Juba
Ethiopia, Ethiopian, Ethiopians | Addis Ababa
Eritrea, Eritrean, Eritreans | Asmara
Somalia, Somali, Somalis | Mogadishu
Djibouti, Djiboutian |
Kenya, Kenyan, Kenyans | Nairobi
Uganda, Ugandan, Ugandans | Kampala
Rwanda, Rwandan, Rwandans | Kigali
Burundi, Burundian, Burundians | Gitega
Tanzania, Tanzanian, Tanzanians | Dodoma
Democratic Republic of Congo, Democratic Republic of the Congo, DRC, Congolese | Kinshasa
Angola, Angolan, Angolans | Luanda
Zambia, Zambian, Zambians | Lusaka
Zimbabwe, Zimbabwean, Zimbabweans | Harare
Mozambique, Mozambican, Mozambicans | Maputo
South Africa, South African, South Africans | Pretoria
Namibia, Namibian, Namibians | Windhoek
Botswana, Motswana, Batswana | Gaborone
Nigeria, Nigerian, Nigerians | Abuja
Ghana, Ghanaian, Ghanaians | Accra
Ivory Coast, Ivorian, Ivorians, Côte d'Ivoire |
Senegal, Senegalese | Dakar
Mali, Malian, Malians | Bamako
Burkina Faso, Burkinabe | Ouagadougou
Niger, Nigerien, Nigeriens | Niamey
Chad, Chadian, Chadians | N'Djamena
Cameroon, Cameroonian, Cameroonians | Yaoundé
Canada, Canadian, Canadians | Ottawa
Mexico, Mexican, Mexicans | Mexico City
Guatemala, Guatemalan, Guatemalans |
Honduras, Honduran, Hondurans | Tegucigalpa
El Salvador, Salvadoran, Salvadorans |
Nicaragua, Nicaraguan, Nicaraguans | Managua
Costa Rica, Costa Rican, Costa Ricans |
Panama, Panamanian, Panamanians |
Cuba, Cuban, Cubans | Havana
Haiti, Haitian, Haitians | Port-au-Prince
Dominican Republic | Santo Domingo
Colombia, Colombian, Colombians | Bogotá, Bogota
Venezuela, Venezuelan, Venezuelans | Caracas
Guyana, Guyanese |
Ecuador, Ecuadorian, Ecuadorians | Quito
Peru, Peruvian, Peruvians | Lima
Bolivia, Bolivian, Bolivians | La Paz
Chile, Chilean, Chileans |
Argentina, Argentine, Argentines, Argentinian | Buenos Aires
Uruguay, Uruguayan, Uruguayans | Montevideo
Paraguay, Paraguayan, Paraguayans | Asunción
Brazil, Brazilian, Brazilians | Brasília, Brasilia
"""


class Form(NamedTuple):
    """One way to write a state: as such, or by its seat of government, which is also a place."""

    written: str
    state: str
    seat: bool


def _forms() -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = defaultdict(list)
    for line in _TABLE.strip().splitlines():
        named, _, seats = (part.strip() for part in line.partition("|"))
        state = named.partition(",")[0].lower().replace(" ", "")
        for written, seat in [(one, False) for one in named.split(", ")] + [
            (one, True) for one in _split(seats)
        ]:
            found[_first_word(written)].append(Form(written, state, seat))
    return {key: tuple(sorted(forms, key=lambda one: -len(one.written))) for key, forms in found.items()}


def _split(listed: str) -> list[str]:
    return listed.split(", ") if listed else []


def _first_word(written: str) -> str:
    return written.partition(" ")[0].partition("'")[0].partition("-")[0]


FORMS: Final = _forms()
"""What begins with a word, the longest first; a state is known by its first name, without spaces."""


@lru_cache(maxsize=4096)
def written_as(states: tuple[str, ...], *, seats: bool) -> frozenset[str]:
    """The single lower-case words by which these states are written, those of their seats as well or not."""
    return frozenset(
        word
        for forms in FORMS.values()
        for form in forms
        if form.state in states and (seats or not form.seat)
        for word in re.findall(r"[^\W\d_]+", form.written.lower())
    )


@lru_cache(maxsize=256)
def terms_of(state: str) -> tuple[str, ...]:
    """What to search for to find this state in whatever way it is written; plurals are found with the rest.

    Not `US`: case does not count in a search, and `us` is in every speech.
    """
    written = {form.written for forms in FORMS.values() for form in forms if form.state == state} - {"US"}
    return tuple(sorted(one for one in written if not (one.endswith("s") and one[:-1] in written)))
