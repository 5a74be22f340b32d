"""Addresses are promises: people share them and print them. A page that moves leaves a redirect."""

from selectolax.lexbor import LexborHTMLParser

from tools.pictures import addresses

PROMISED = ["/", "/herken-je-dit/", "/eerste-stappen/", "/beelden-verwijderen/", "/hulp/", "/iemand-helpen/", "/je-rechten/", "/sporen-wissen/", "/wat-is-online-seksuele-intimidatie/", "/vormen/", "/vormen/shame-sexting/", "/vormen/grooming/", "/vormen/wraakporno/", "/vormen/sextortion/", "/vormen/online-verspreiden-van-seksueel-geweld/", "/vormen/ongevraagde-seksuele-berichten/", "/signalen/", "/risicofactoren/", "/feiten-en-cijfers/", "/meldcode/", "/begrippen/", "/factsheet/", "/alle-paginas/", "/bronnen/", "/over-deze-site/", "/privacy/", "/toegankelijkheid/", "/404.html"]

# Where other pages, printed sheets and shared links land.
PLACES = {
    "eerste-stappen": "afpersing beeld-gedeeld grooming berichten nepbeeld beeld-ontvangen seksueel-geweld somber",
    "je-rechten": "melding-of-aangifte klacht gratis-hulp leeftijden shame-sexting wraakporno grooming sextortion seksueel-geweld berichten deepfake",
    "beelden-verwijderen": "platform zoekmachine vingerafdruk avg rechter",
    "iemand-helpen": "vriend ouder school",
    "meldcode": "stap-1 stap-2 stap-3 stap-4 stap-5 checklist wanneer minderjarigen beroepsgeheim",
    "vormen/shame-sexting": "deepfakes exposen bangalijsten herkennen nu-doen wet hulp",
    "vormen/grooming": "herkennen nu-doen wet hulp",
    "vormen/wraakporno": "herkennen nu-doen wet hulp",
    "vormen/sextortion": "herkennen nu-doen wet hulp",
    "vormen/online-verspreiden-van-seksueel-geweld": "herkennen nu-doen wet hulp",
    "vormen/ongevraagde-seksuele-berichten": "herkennen nu-doen wet hulp",
    "hulp": "112 veilig-thuis helpwanted csg slachtofferhulp kindertelefoon 113 politie guiami",
}


def test_every_promised_address_answers(site):
    built = {f"/{address}" for address in addresses(site)}
    assert [address for address in PROMISED if address not in built] == []


def test_every_promised_place_is_there(site):
    missing = []
    for page, places in PLACES.items():
        tree = LexborHTMLParser((site / page / "index.html").read_text(encoding="utf-8"))
        missing += [f"/{page}/#{place}" for place in places.split() if not tree.css(f"[id='{place}']")]
    assert missing == []


def test_every_page_is_in_the_list_from_a_to_z(site):
    tree = LexborHTMLParser((site / "alle-paginas/index.html").read_text(encoding="utf-8"))
    listed = {link.attributes["href"] for link in tree.css(".app-pages a")} | {"../"}
    pages = [address for address in addresses(site) if address.endswith("/")]
    assert [address for address in pages if f"../{address}" not in listed and address != "alle-paginas/"] == []
