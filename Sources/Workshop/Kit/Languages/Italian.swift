extension KitWords {
  static let italian = KitWords(
    tag: "it",
    instructions: "Come fare questo libretto",
    printing: Printing(
      file: "File", paper: "Carta", scale: "Formato", fullSize: "100%, «dimensioni reali»",
      sides: "Facciate", bothShort: "fronte-retro, lato corto",
      bothLong: "fronte-retro, lato lungo",
      one: "solo fronte",
      backAsItCame:
        "Rimetti la pila nel cassetto così com’è uscita, senza voltarla né girarla.",
      backTurnedOver:
        "Volta la pila come si volta una pagina, la testa resta dov’è, e rimettila nel cassetto.",
      equalCounts: "I due file hanno lo stesso numero di pagine.",
      mayBeReversed: "Se la pila esce in ordine inverso, rimettila in ordine.",
      cover: "La copertina è un foglio a parte: {paper}."),
    places: Places(
      left: "a sinistra", right: "a destra", top: "in alto", bottom: "in basso",
      topLeft: "in alto a sinistra", topRight: "in alto a destra",
      bottomLeft: "in basso a sinistra", bottomRight: "in basso a destra",
      page: "pagina\u{A0}{page} {place}", blank: "una pagina bianca {place}", comma: ", ",
      onTop: "Sopra: {pages}.", underneath: "Sotto: {pages}."),
    titles: Titles(
      print: "Stampare", fronts: "Stampare i fronti", backs: "Stampare i retri",
      check: "Controllare la pila", heaps: "Contare le segnature", fold: "Piegare",
      foldIn: "Inserire", gather: "Impilare", staple: "Pinzare", sew: "Cucire", glue: "Incollare",
      leaves: "Rilegare", slit: "Aprire le pieghe", trim: "Rifilare", cut: "Tagliare",
      stack: "Impilare", crease: "Segnare le pieghe", slitMiddle: "Incidere", push: "Spingere",
      cover: "Aggiungere la copertina"),
    making: Making(
      heaps:
        "Dal foglio con la pagina\u{A0}{page}, conta in fogli: {counts}. Ogni mucchio è una segnatura.",
      leftOverRight: "Piega la metà sinistra sulla destra.",
      rightOverLeft: "Piega la metà destra sulla sinistra.",
      topDown: "Piega la metà in alto verso il basso.",
      together: "Piega tutti i fogli insieme, come uno solo.", singly: "Piega ogni foglio da solo.",
      foldedPageOnTop: "Ora la pagina\u{A0}{page} sta sopra.",
      nest:
        "Infila ciascuno nel precedente. Dall’esterno all’interno, cominciano con le pagine {pages}.",
      gather:
        "Posa le segnature una sull’altra. Dall’alto in basso, cominciano con le pagine {pages}.",
      staple:
        "Apri a metà. Pinza due volte dall’esterno attraverso la piega, a {distance} da ogni estremità della carta.",
      sew:
        "Fora ogni piega a queste distanze dalla testa della carta non rifilata, in mm: {distances}. Cuci.",
      glue:
        "Pareggia, stringi fra due assi e spalma due volte la colla sul dorso. Il dorso è spesso {thickness}.",
      coverUnder:
        "Posa la copertina sotto la pila, con la pagina\u{A0}{page} verso il tavolo. Si piega e si pinza con il resto.",
      coverRound:
        "Piega a metà la copertina, con la pagina\u{A0}{page} all’esterno, e mettila attorno.",
      wrapCover: "Avvolgi la copertina e incollala al dorso.",
      bindLeaves: "Pareggia i fogli. Pinza, fora o metti la spirale {place}.",
      slitHead: "Apri con un coltello il bordo chiuso in testa.",
      slitHeadAndEdge: "Apri con un coltello i bordi chiusi, in testa e di lato.",
      trim: "I fogli interni sporgono di {creep}. Lasciali così o rifila il bordo ben dritto.",
      trimCreep:
        "I fogli interni sporgono di {creep}. Rifila il bordo ben dritto: le pagine sono spostate per questo.",
      trimAtMarks: "Rifila lungo i segni di taglio i tre lati diversi dal dorso.",
      trimTo:
        "Rifila i tre lati diversi dal dorso a {size}, in misura uguale alle due estremità del dorso.",
      trimPlain: "Tienilo una notte sotto dei libri. Rifila il bordo, se vuoi.",
      frontUp: "Gira la pila in modo che la pagina\u{A0}{page} stia sopra.",
      cutLines: "Taglia tutta la pila lungo le linee.",
      cutFromLeft: "Taglia tutta la pila a queste distanze dal bordo sinistro, in mm: {distances}.",
      cutFromTop: "Taglia tutta la pila a queste distanze dal bordo superiore, in mm: {distances}.",
      cutAcross: "Taglia la pila per il largo, a metà.",
      twoCopies: "Ogni metà è un libretto intero.",
      stackHalves: "Posa la metà in basso su quella in alto, senza girarla.",
      nestStrips:
        "Foglio per foglio, dal basso: gira di mezzo giro la metà inferiore, posala sulla superiore, e la coppia seguente sopra.",
      stackPiles:
        "Posa le pile una sull’altra. Dall’alto in basso, cominciano con le pagine {pages}.",
      creaseAll: "Piega lungo ogni linea, premi e riapri.",
      creaseEighths:
        "Piega a metà per il lungo e riapri. Piega a metà per il largo, poi ogni metà ancora a metà: otto riquadri uguali. Premi e riapri.",
      slitMiddle: "Piega in due e taglia dalla piega, nel mezzo, fino alla piega seguente.",
      push: "Riapri, piega per il lungo e spingi le estremità finché si forma una croce.",
      foldZine: "Raccogli le pagine in tondo. La pagina\u{A0}{page} sta davanti.",
      freeBack: "Il retro è libero per un manifesto: stampalo o disegnalo prima."),
    supplies: SupplyWords(
      copies: "Copie", sheets: "Fogli {paper}", coverSheets: "Copertine",
      reams: "Risme da 500", cost: "A {price} al foglio", weight: "Da {weight}",
      thickness: "Spessore, chiuso"),
    test: Test(
      title: "Prova della stampante",
      print: "Stampa le due pagine di questo file su un foglio {paper}, al 100%, fronte-retro.",
      byHand:
        "Se la stampante stampa una sola facciata: stampa la pagina 1. Rimetti il foglio nel cassetto così com’è uscito, senza voltarlo né girarlo. Stampa la pagina 2.",
      turn: "Tieni dritta questa pagina e volta il foglio come si volta la pagina di un libro.",
      read: "Della pagina 2 solo una metà è dritta. Dice che cosa scrivere.",
      ruler: "I due righelli sono lunghi 100\u{A0}mm. Se no, scegli «dimensioni reali» e ristampa.",
      margin:
        "Il numero più piccolo la cui linea è stampata su tutti e quattro i lati è il tuo margine. Scrivi margin= e quel numero.",
      register:
        "Controluce, con la pagina 2 verso di te e dritta, guarda dove cade sulle scale la croce della pagina 1. Scrivi back= e i due numeri, largo/alto: back=0,5/-1",
      inOneGo: "Fronte-retro automatico:", blankSide: "A mano, il 2 è dietro l’1:",
      sameSide: "A mano, il 2 è sulla facciata dell’1:",
      sameSideHint: "Prima dei retri, volta la pila come si volta una pagina.",
      orientation: "Queste risposte valgono per fogli stampati in questo verso."),
    dummy: Dummy(title: "Menabò", frontCover: "copertina", backCover: "quarta di copertina"),
    numbers: Numbers(decimalMark: ",", group: ".", putsCurrencyFirst: false))
}
