import Diagnostics
import Testing

@Suite struct MidPoints {
  @Test(arguments: [
    Slip("Des 1️⃣lecteur.rice.s2️⃣ écrivent.", "Des lecteur·rice·s écrivent."),
    Slip("Cent 1️⃣habitant•es2️⃣.", "Cent habitant·es."),
    Slip("Nos 1️⃣voisin‧es2️⃣ aussi.", "Nos voisin·es aussi."),
    Slip("Les 1️⃣élu.e.s2️⃣, les 3️⃣ami·e.s4️⃣.", "Les élu·e·s, les ami·e·s."),
    Slip("L’1️⃣adjoint.e2️⃣.", "L’adjoint·e."),
    Slip("Nous sommes tous des 1️⃣citoyen.nes2️⃣.", "Nous sommes tous des citoyen·nes."),
    Slip("500 1️⃣habitant.es2️⃣", "500 habitant·es"),
    Slip("1️⃣élu.es2️⃣ et 3️⃣actif.ve.s4️⃣", "élu·es et actif·ve·s"),
    Slip("1️⃣Tou.te.s2️⃣ : 3️⃣ceux.celles4️⃣", "Tou·te·s : ceux·celles"),
    Slip("**1️⃣CHACUN.E2️⃣**", "**CHACUN·E**"),
    Slip("# Pour les 1️⃣curieux.ses2️⃣", "# Pour les curieux·ses"),
    Slip(
      "| a | b |\n|---|---|\n| 1️⃣danseur.euse2️⃣ | c |", "| a | b |\n|---|---|\n| danseur·euse | c |"),
    Slip("a[^1]\n\n[^1]: 1️⃣auteur.ices2️⃣", "a[^1]\n\n[^1]: auteur·ices"),
    Slip("Vice-1️⃣président.e2️⃣", "Vice-président·e"),
  ])
  func otherSignsBecomeMidPoints(slip: Slip) { slip.expect("mid-point") }

  @Test(arguments: [
    "Des habitant·es, chacun·e.", "https://www.lecteur.rice.s/a et lecteur.rice@example.org",
    "we.riseup.net/sousu+veille, lille.cybertaria.org, 94.citoyens.com, citoyens.telerecours.fr",
    "p.ex. l’article R.421 ou L.253-5", "3.5 km, 12.e partie", "Il pleut.il fait froid.",
    "Le 3 avril.le maire vient. C’est bien.ne partez pas.", "Oui...et non.", "ami.s, et.le",
    "`lecteur.rice.s`", "<https://lecteur.rice>", "Sur amazon.es, ou elpais.es.", "M.E. et i.e.",
    "Voir plan.html, notes.txt et livre.epub.", "• une puce", "Paris • Lyon", "a•b", "S.N.C.F.E",
    "La S.E. et le C.E. de l’U.E.", "[Reader.e]{lang=en}", "[^a.e]\n\n[^a.e]: a",
  ])
  func whatIsNoInclusiveWordIsLeftAlone(text: String) {
    #expect(slips(in: text).filter { $0.code == "mid-point" }.isEmpty)
  }

  @Test func otherLanguagesHaveNone() {
    Slip("Les 1️⃣élu.e.s2️⃣.", "Les élu·e·s.", in: "fr-CA").expect("mid-point")
    #expect(slips(in: "lecteur.rice.s", language: "en").isEmpty)
    Slip("[Les 1️⃣élu.e.s2️⃣]{lang=fr}", "[Les élu·e·s]{lang=fr}", in: "en").expect("mid-point")
  }

  @Test func aFixWantsTheLettersThemselves() {
    #expect(mended("lecteur&#46;rice") == "lecteur&#46;rice")
  }
}

@Suite struct DoubledWords {
  @Test(arguments: [
    Slip("La carte 1️⃣de de2️⃣ la rue.", "La carte de la rue."),
    Slip("1️⃣Le le le2️⃣ chat.", "Le chat."),
    Slip("Vers 1️⃣la\nla2️⃣ rue.", "Vers la rue."),
    Slip("> Vers 1️⃣la\n> la2️⃣ rue.", "> Vers la rue."),
    Slip("Une 1️⃣caméra caméra2️⃣."), Slip("Une **1️⃣de** de2️⃣."), Slip("1️⃣à à2️⃣ Foix", "à Foix"),
    Slip("See 1️⃣the the2️⃣ map.", "See the map.", in: "en"),
    Slip("1️⃣l’ami l’ami2️⃣"),
  ])
  func aWordWrittenAgainIsFound(slip: Slip) { slip.expect("word-twice") }

  @Test(arguments: [
    "Nous nous levons, vous vous levez.", "Tout en en parlant.", "Duran Duran", "01 42 22 22",
    "de, de", "de « de »", "`de` de", "de `de`", "a[^1] a\n\n[^1]: b", "de\\\nde", "de De Gaulle",
    "Il y a a priori tout.", "| de | de |\n|---|---|\n| de | de |", "- de\n- de",
  ])
  func whatMayStandTwiceIsLeftAlone(text: String) { #expect(slips(in: text).isEmpty) }

  @Test func languagesThatRepeatAreNotLookedAt() {
    #expect(slips(in: "yavaş yavaş", language: "tr").isEmpty)
    #expect(slips(in: "He had had that that way.", language: "en").isEmpty)
  }
}

@Suite struct Signs {
  @Test(arguments: [
    Slip("Un1️⃣,,2️⃣ deux.", "Un, deux."), Slip("Un1️⃣;;2️⃣ deux.", "Un; deux."), Slip("Fin1️⃣..2️⃣"),
    Slip("Un 1️⃣;;2️⃣ deux.", "Un ; deux."),
    Slip("Fin1️⃣,.2️⃣"), Slip("(un)1️⃣,;2️⃣ deux"),
  ])
  func twoSignsWhereOneIsMeantAreFound(slip: Slip) { slip.expect("sign-twice") }

  @Test(arguments: [
    Slip("Un1️⃣ ,2️⃣ deux.", "Un, deux."), Slip("Fin1️⃣ .2️⃣", "Fin."), Slip("*Fin*1️⃣ .2️⃣", "*Fin*."),
  ])
  func aSpaceBeforeACommaIsFound(slip: Slip) { slip.expect("space-before-sign") }

  @Test(arguments: [
    "Quoi ?! Oui... Non… etc., p. ex., ?.. !!", "Un fichier .md, ../a, std::vector, 12:30",
    ":) ;) ..", "Voir [](#a), et `code` .", "# A {#a}\n\nVoir [](#a).", "a . . . b",
  ])
  func signsThatStandTogetherAreLeftAlone(text: String) {
    #expect(slips(in: text).filter { $0.code != "sign-unclosed" }.isEmpty)
  }

  @Test(arguments: [
    Slip("Il dit : 1️⃣«2️⃣ bonjour."), Slip("Il dit 1️⃣(2️⃣bonjour."), Slip("(a) 1️⃣(2️⃣b"),
    Slip("1️⃣«2️⃣ a\n\n## B »\n"), Slip("a[^1] 1️⃣(2️⃣b\n\n[^1]: c)"), Slip("« a » 1️⃣«2️⃣ b"),
  ])
  func whatIsOpenedIsClosed(slip: Slip) { slip.expect("sign-unclosed") }

  @Test(arguments: [
    "« a\n\n« b\n\n« c »", "« a « b »", "« a :\n\n- b\n- c »", "(a\n\net b)", ":( ;(", "a) b",
    "`(` et `«`", "<https://example.org/(a>", "| (a | et b) |\n|---|---|\n| c | d |",
  ])
  func whatIsClosedSomewhereIsLeftAlone(text: String) { #expect(slips(in: text).isEmpty) }

  @Test func germanGuillemetsPointInwards() {
    #expect(slips(in: "»So« sagt er.", language: "de").isEmpty)
  }
}

@Suite struct Titles {
  @Test(arguments: [
    Slip("# A\n\n1️⃣### B2️⃣\n"), Slip("# A\n\n## B\n\n1️⃣#### C2️⃣\n\n## D\n"),
  ])
  func aSkippedLevelIsFound(slip: Slip) { slip.expect("heading-skipped") }

  @Test(arguments: [
    Slip("# Le cadre1️⃣.2️⃣\n", "# Le cadre\n"), Slip("# *Le cadre1️⃣.2️⃣* {#a}\n", "# *Le cadre* {#a}\n"),
  ])
  func aFullStopIsFound(slip: Slip) { slip.expect("heading-stopped") }

  @Test(arguments: [
    "# A\n\n## B\n\n### C\n\n# D\n", "## A\n", "# Textes, décrets, etc.\n", "# Avant J.-C.\n",
    "# Et après…\n", "# Et après...\n", "# Qui ?\n", "# 1.\n", "# La S.N.C.F.\n",
    "# Restez calmes ! Lisez la suite.\n",
  ])
  func titlesThatAreRightAreLeftAlone(text: String) { #expect(slips(in: text).isEmpty) }
}

@Suite struct Addresses {
  @Test(arguments: [
    Slip("Voir 1️⃣https:// example.org/a2️⃣.", "Voir https://example.org/a."),
    Slip("Voir 1️⃣http ://example.org2️⃣ !", "Voir http://example.org !"),
    Slip("(1️⃣www. example.org2️⃣)", "(www.example.org)"),
    Slip("Sur 1️⃣https://example. org2️⃣, oui.", "Sur https://example.org, oui."),
    Slip("Voir <1️⃣https://example.org/a b2️⃣>.", "Voir <https://example.org/ab>."),
    Slip("Voir [ici](1️⃣https://example.org/a b2️⃣).", "Voir [ici](https://example.org/ab)."),
  ])
  func aSpaceInAnAddressIsFound(slip: Slip) { slip.expect("address-broken") }

  @Test(arguments: [
    "Voir https://example.org. Puis", "Voir www.example.org. Et", "Le protocole https : bien.",
    "http et https", "<https://example.org> `https:// a.org`", "https://example.org/a /b",
    "www. est un préfixe", "[a](https://example.org \"Titre à lire\")", "Voir https://… et //a",
  ])
  func addressesThatAreWholeAreLeftAlone(text: String) { #expect(slips(in: text).isEmpty) }
}

@Suite struct WhatIsNotSeen {
  @Test(arguments: [Slip("1️⃣![](a.png)2️⃣"), Slip("1️⃣![ ](a.png \"Titre\")2️⃣")])
  func aPictureHasWords(slip: Slip) { slip.expect("picture-wordless") }

  @Test(arguments: [Slip("1️⃣[](https://example.org)2️⃣"), Slip("a 1️⃣[ ](tel:15)2️⃣")])
  func aLinkHasWords(slip: Slip) { slip.expect("link-wordless") }

  @Test func aTableHasAHead() {
    Slip("1️⃣| | 2️⃣|\n|---|---|\n| a | b |\n").expect("table-headless")
  }

  @Test(arguments: [
    "![Un plan](a.png)", "![`a`](a.png)", "[](#a)", "<https://example.org>",
    "[![Un plan](a.png)](tel:1)",
    "| a | |\n|---|---|\n| a | b |\n", "[*a*](tel:15)",
  ])
  func whatSaysSomethingIsLeftAlone(text: String) { #expect(slips(in: text).isEmpty) }
}

@Suite struct AttributeSlips {
  @Test(arguments: [
    Slip("# Délais 1️⃣{#delais .critcal}2️⃣"), Slip("Un [mot]1️⃣{.smallcap}2️⃣."),
    Slip("![Une rue](a.svg)1️⃣{.hree}2️⃣"), Slip("::: note Titre 1️⃣{.critique}2️⃣\nMot\n:::"),
  ])
  func classesThatMeanNothing(slip: Slip) { slip.expect("class-unknown") }

  @Test func theNearestClassIsNamed() {
    #expect(
      slips(in: "# Délais {.critcal}").first?.hints.first?.english == "did you mean critical?")
  }

  @Test(arguments: [
    Slip("Un [mot]1️⃣{lang=xx}2️⃣."), Slip("Un [mot]1️⃣{lang=\"en us\"}2️⃣."),
    Slip("Un [mot]1️⃣{lang=\"\"}2️⃣."), Slip("Un [mot]1️⃣{lang=en_US}2️⃣."),
    Slip("Un [mot]1️⃣{lang=english}2️⃣."),
  ])
  func tagsOfNoLanguage(slip: Slip) { slip.expect("word-language-unknown") }

  @Test(arguments: [
    "[mot]{lang=en} [mot]{lang=pt-BR} [mot]{lang=la} [mot]{lang=zh-Hans-CN} [mot]{lang=kab}",
    "# Un {.critical}\n\n[mot]{.index key=\"m\"} [1/2]{.fraction .lining}",
  ])
  func othersAreRight(text: String) { #expect(slips(in: text).isEmpty) }
}
