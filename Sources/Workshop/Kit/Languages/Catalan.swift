extension KitWords {
  static let catalan = KitWords(
    tag: "ca",
    instructions: "Com fer aquest quadern",
    printing: Printing(
      file: "Fitxer", paper: "Paper", scale: "Mida", fullSize: "100\u{A0}%, «mida real»",
      sides: "Cares", bothShort: "doble cara, vora curta", bothLong: "doble cara, vora llarga",
      one: "una sola cara",
      backAsItCame:
        "Torna la pila a la safata tal com ha sortit, sense capgirar-la ni girar-la.",
      backTurnedOver:
        "Gira la pila com qui passa una pàgina, amb el cap al seu lloc, i torna-la a la safata.",
      equalCounts: "Els dos fitxers tenen el mateix nombre de pàgines.",
      mayBeReversed: "Si la pila surt en ordre invers, torna-la a ordenar.",
      cover: "La coberta és un full a part: {paper}."),
    places: Places(
      left: "a l’esquerra", right: "a la dreta", top: "a dalt", bottom: "a baix",
      topLeft: "a dalt a l’esquerra", topRight: "a dalt a la dreta",
      bottomLeft: "a baix a l’esquerra", bottomRight: "a baix a la dreta",
      page: "pàgina\u{A0}{page} {place}", blank: "una pàgina en blanc {place}", comma: ", ",
      onTop: "A sobre: {pages}.", underneath: "A sota: {pages}."),
    titles: Titles(
      print: "Imprimir", fronts: "Imprimir els anversos", backs: "Imprimir els reversos",
      check: "Comprovar la pila", heaps: "Comptar els plecs", fold: "Plegar",
      foldIn: "Encartar", gather: "Apilar", staple: "Grapar", sew: "Cosir", glue: "Encolar",
      leaves: "Relligar", slit: "Obrir els plecs", trim: "Refilar", cut: "Tallar",
      stack: "Apilar", crease: "Marcar els plecs", slitMiddle: "Fendre", push: "Empènyer",
      cover: "Afegir la coberta"),
    making: Making(
      heaps:
        "Des del full de la pàgina\u{A0}{page}, compta en fulls: {counts}. Cada munt és un plec.",
      leftOverRight: "Plega la meitat esquerra sobre la dreta.",
      rightOverLeft: "Plega la meitat dreta sobre l’esquerra.",
      topDown: "Plega la meitat de dalt cap avall.",
      together: "Plega tots els fulls junts, com un de sol.", singly: "Plega cada full sol.",
      foldedPageOnTop: "La pàgina\u{A0}{page} queda a sobre.",
      nest: "Fica cadascun dins l’anterior. De fora endins, comencen per les pàgines {pages}.",
      gather:
        "Posa els plecs l’un sobre l’altre. De dalt a baix, comencen per les pàgines {pages}.",
      staple:
        "Obre pel mig. Grapa dues vegades des de fora a través del plec, a {distance} de cada cap del paper.",
      sew:
        "Perfora cada plec a aquestes distàncies del cap del paper sense refilar, en mm: {distances}. Cus.",
      glue:
        "Iguala el bloc, prem-lo entre dos taulons i encola el llom dues vegades. El llom fa {thickness} de gruix.",
      coverUnder:
        "Posa la coberta sota la pila, amb la pàgina\u{A0}{page} cap a la taula. Es plega i es grapa amb la resta.",
      coverRound:
        "Plega la coberta per la meitat, amb la pàgina\u{A0}{page} per fora, i posa-la al voltant.",
      wrapCover: "Embolcalla’l amb la coberta i encola-la al llom.",
      bindLeaves: "Iguala els fulls. Grapa, perfora o posa espiral {place}.",
      slitHead: "Obre amb un ganivet la vora tancada del cap.",
      slitHeadAndEdge: "Obre amb un ganivet les vores tancades del cap i del costat.",
      trim: "Els fulls de dins sobresurten {creep}. Deixa’ls així, o talla la vora ben recta.",
      trimCreep:
        "Els fulls de dins sobresurten {creep}. Talla la vora ben recta: les pàgines estan desplaçades per a això.",
      trimAtMarks: "Refila per les marques de tall els tres costats que no són el llom.",
      trimTo: "Refila els tres costats que no són el llom a {size}, el mateix a cada cap del llom.",
      trimPlain: "Premsa’l una nit sota uns llibres. Talla la vora, si vols.",
      frontUp: "Gira la pila perquè la pàgina\u{A0}{page} quedi a sobre.",
      cutLines: "Talla tota la pila per les línies.",
      cutFromLeft:
        "Talla tota la pila a aquestes distàncies de la vora esquerra, en mm: {distances}.",
      cutFromTop:
        "Talla tota la pila a aquestes distàncies de la vora superior, en mm: {distances}.",
      cutAcross: "Talla la pila de banda a banda pel mig.",
      twoCopies: "Cada meitat és un quadern sencer.",
      stackHalves: "Posa la meitat de baix sobre la de dalt, sense girar-la.",
      nestStrips:
        "Full per full, des de baix: fes fer mitja volta a la meitat inferior, posa-la sobre la superior i el parell següent a sobre.",
      stackPiles:
        "Posa les piles l’una sobre l’altra. De dalt a baix, comencen per les pàgines {pages}.",
      creaseAll: "Plega per cada línia, marca-la bé i torna a obrir.",
      creaseEighths:
        "Plega per la meitat al llarg i obre. Plega per la meitat a l’ample, i cada meitat un altre cop: vuit caselles iguals. Marca-ho bé i torna a obrir.",
      slitMiddle: "Plega per la meitat i talla des del plec, pel mig, fins al plec següent.",
      push: "Obre, plega al llarg i empeny els caps fins que es formi una creu.",
      foldZine: "Recull les pàgines en rodó. La pàgina\u{A0}{page} queda al davant.",
      freeBack: "El dors queda lliure per a un cartell: imprimeix-lo o dibuixa’l abans."),
    supplies: SupplyWords(
      copies: "Exemplars", sheets: "Fulls {paper}", coverSheets: "Cobertes",
      reams: "Raimes de 500", cost: "A {price} el full", weight: "De {weight}",
      thickness: "Gruix, tancat"),
    test: Test(
      title: "Prova d’impressora",
      print:
        "Imprimeix les dues pàgines d’aquest fitxer en un full {paper}, al 100\u{A0}%, a doble cara.",
      byHand:
        "Si la impressora només imprimeix una cara: imprimeix la pàgina 1. Torna el full a la safata tal com ha sortit, sense capgirar-lo ni girar-lo. Imprimeix la pàgina 2.",
      turn: "Aguanta aquesta pàgina dreta i gira el full com qui passa la pàgina d’un llibre.",
      read: "A la pàgina 2 només una meitat és dreta. Diu què cal escriure.",
      ruler: "Els dos regles fan 100\u{A0}mm. Si no, tria «mida real» i torna a imprimir.",
      margin:
        "El nombre més petit la línia del qual surt impresa als quatre costats és el teu marge. Escriu margin= i aquest nombre.",
      register:
        "A contrallum, amb la pàgina 2 cap a tu i dreta, mira on cau a les escales la creu de la pàgina 1. Escriu back= i els dos nombres, ample/alt: back=0,5/-1",
      inOneGo: "Doble cara automàtica:", blankSide: "A mà, el 2 és darrere l’1:",
      sameSide: "A mà, el 2 és a la cara de l’1:",
      sameSideHint: "Abans dels reversos, gira la pila com qui passa una pàgina.",
      orientation: "Aquestes respostes valen per a fulls impresos en aquest sentit."),
    dummy: Dummy(title: "Maqueta", frontCover: "coberta", backCover: "contracoberta"),
    numbers: Numbers(decimalMark: ",", group: ".", putsCurrencyFirst: false))
}
