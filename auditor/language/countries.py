"""English names and demonyms of countries, as one alternative of a regular expression."""

_NAMES = """
Afghanistan Afghan|Albania Albanian|Algeria Algerian|America American|Angola Angolan|Argentina
Argentine Argentinian|Armenia Armenian|Australia Australian|Austria Austrian|Azerbaijan Azerbaijani
Bahrain Bahraini|Bangladesh Bangladeshi|Belarus Belarusian|Belgium Belgian|Bolivia Bolivian|Bosnia
Bosnian|Brazil Brazilian|Britain British|Bulgaria Bulgarian|Cambodia Cambodian|Cameroon|Canada
Canadian|Chad|Chile Chilean|China Chinese|Colombia Colombian|Congo Congolese|Croatia Croatian|Cuba
Cuban|Cyprus Cypriot|Czech|Denmark Danish|Ecuador Ecuadorean|Egypt Egyptian|England English|Eritrea
Eritrean|Estonia Estonian|Ethiopia Ethiopian|Finland Finnish|France French|Georgia Georgian|Germany
German|Ghana Ghanaian|Greece Greek|Guatemala Guatemalan|Haiti Haitian|Hungary Hungarian|Iceland
Icelandic|India Indian|Indonesia Indonesian|Iran Iranian|Iraq Iraqi|Ireland Irish|Israel Israeli
Italy Italian|Japan Japanese|Jordan Jordanian|Kazakhstan Kazakh|Kenya Kenyan|Kosovo Kosovar|Kuwait
Kuwaiti|Kyrgyzstan Kyrgyz|Laos|Latvia Latvian|Lebanon Lebanese|Libya Libyan|Lithuania Lithuanian
Luxembourg|Macedonia Macedonian|Malaysia Malaysian|Mali Malian|Malta Maltese|Mexico Mexican|Moldova
Moldovan|Mongolia Mongolian|Montenegro Montenegrin|Morocco Moroccan|Mozambique|Myanmar|Nepal
Nepali|Netherlands Dutch|Nicaragua Nicaraguan|Niger|Nigeria Nigerian|Norway Norwegian|Oman Omani
Pakistan Pakistani|Palestine Palestinian|Panama|Paraguay|Peru Peruvian|Philippines Philippine
Filipino|Poland Polish|Portugal Portuguese|Qatar Qatari|Romania Romanian|Russia Russian|Rwanda
Rwandan|Scotland Scottish|Senegal Senegalese|Serbia Serbian|Singapore|Slovakia Slovak|Slovenia
Slovenian|Somalia Somali|Spain Spanish|Sudan Sudanese|Sweden Swedish|Switzerland Swiss|Syria Syrian
Taiwan Taiwanese|Tajikistan Tajik|Tanzania|Thailand Thai|Tunisia Tunisian|Turkey Turkish|Türkiye
Turkmenistan Turkmen|Uganda Ugandan|Ukraine Ukrainian|Uruguay|Uzbekistan Uzbek|Venezuela Venezuelan
Vietnam Vietnamese|Wales Welsh|Yemen Yemeni|Zambia|Zimbabwe
"""

# Countries that end as demonyms do.
_PLACES_ALIKE = frozenset(
    """Afghanistan Azerbaijan Iran Japan Jordan Kazakhstan Kyrgyzstan Oman Pakistan Sudan Taiwan
    Tajikistan Turkmenistan Uzbekistan Greece France Ukraine Chad Mali Haiti""".split()
)

_LONG = (
    r"United\sStates", r"United\sKingdom", r"United\sArab\sEmirates", r"Saudi\sArabia", "Saudi",
    "Emirati", r"North\sKorean?", r"South\sKorean?", "Korean?", r"New\sZealand", r"South\sAfrican?",
    r"Sri\sLankan?", r"Côte\sd[’']Ivoire", "U\\.S\\.", "U\\.K\\.",
)  # fmt: skip

COUNTRY_WORDS = (
    "(?-i:" + "|".join([*_LONG, *_NAMES.replace("|", " ").split(), "US", "UK", "UAE"]) + ")"
)

_ENDINGS = tuple("an ish ese ic i ch sh Greek Dutch Thai ss ek ak yz ne no".split())

# Words that describe a person or body by country and name neither, lower case.
DEMONYMS = frozenset(
    word.lower()
    for group in _NAMES.replace("\n", "|").split("|")
    for word in group.split()
    if word.endswith(_ENDINGS)
    and word not in _PLACES_ALIKE
) | set(
    """european american african asian arab kurdish western eastern northern southern soviet ottoman
    islamic muslim christian jewish catholic orthodox shiite shia sunni korean saudi
    emirati""".split()
)
